import { expect, test, type Locator, type Page } from '@playwright/test'
import { choose, goTo, householdLinks, openPhone, PHONE, saved, stateLine } from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' } })

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

const card = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** Offline, at the members of a household that nobody has visited. */
async function atMembers(page: Page, place: number): Promise<void> {
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await page.context().setOffline(true)
  await openHousehold(page, place)
}

async function openHousehold(page: Page, place: number): Promise<void> {
  await page.getByRole('button', { name: /^Belum/ }).click()
  await householdLinks(page).nth(place).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
  await goTo(page, 'Anggota')
}

/** Adds somebody; the cursor stands in the name. */
async function add(page: Page, name: string, button = 'Tambah anggota'): Promise<void> {
  await page.getByRole('button', { name: button }).first().click()
  await expect(page.getByRole('textbox', { name: 'Nama lengkap' })).toBeFocused()
  await page.keyboard.type(name)
  await saved(page)
}

const nik = (page: Page) => page.getByRole('textbox', { name: /^NIK/ })

async function birth(page: Page, day: string, month: string, year: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Tanggal', exact: true }).fill(day)
  await page.getByRole('textbox', { name: 'Bulan', exact: true }).fill(month)
  await page.getByRole('textbox', { name: 'Tahun', exact: true }).fill(year)
  await page.getByRole('textbox', { name: 'Tahun', exact: true }).blur()
  await saved(page)
}

test('a NIK fills birth date and sex, says so, and warns where they differ', async ({ page }) => {
  await atMembers(page, 0)
  await add(page, 'Siti Baru')
  await nik(page).fill('3273015203800017')
  await expect(page.getByText('Diisi dari NIK')).toHaveCount(2)
  await expect(page.getByRole('textbox', { name: 'Tahun', exact: true })).toHaveValue('1980')
  await expect(page.getByRole('radio', { name: 'Perempuan' })).toBeChecked()
  await expect(card(page, 'Siti Baru')).toContainText('46 tahun')
  await birth(page, '13', '3', '1980')
  await expect(page.getByText('Tanggal lahir berbeda dengan yang ada di NIK.')).toBeVisible()
  // A whole date is not lost by being cleared in part.
  await page.getByRole('textbox', { name: 'Tanggal', exact: true }).fill('')
  await page.getByRole('textbox', { name: 'Bulan', exact: true }).fill('')
  await page.getByRole('textbox', { name: 'Bulan', exact: true }).blur()
  await expect(page.getByText('tanggal lengkap yang tadi masih dipakai')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Belum tersimpan' })).toBeVisible()
  await page.getByRole('button', { name: 'Tanggal lengkapnya tidak tahu' }).click()
  await saved(page)
  await expect(page.getByText('tanggal lengkap yang tadi masih dipakai')).toHaveCount(0)
  await expect(page.getByText('Tanggal lahir berbeda dengan yang ada di NIK.')).toHaveCount(0)
  await expect(card(page, 'Siti Baru')).toContainText('46 tahun')
})

test('what is confirmed by one tap leaves the focus with its question, or with the next one', async ({
  page,
}) => {
  await atMembers(page, 6)
  await page.getByRole('button', { name: 'Masih sama Nomor KK' }).click()
  await expect(page.locator('label', { hasText: 'Nomor KK' })).toBeFocused()
  await expect(page.getByText('Nomor KK (tidak wajib)')).toHaveCount(0)
  await goTo(page, 'Alamat')
  await page.getByRole('main').getByRole('button', { name: 'Masih sama', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Ambil lokasi' })).toBeFocused()
})

test('a member without a NIK has a reason', async ({ page }) => {
  await atMembers(page, 1)
  await add(page, 'Bayu Baru')
  await page.getByRole('button', { name: 'Tidak ada NIK?' }).click()
  await choose(page, 'Mengapa tanpa NIK?', 'Belum punya NIK')
  await saved(page)
  await goTo(page, 'Periksa dan serahkan')
  await expect(page.getByRole('link', { name: /NIK · Bayu Baru/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Tanggal lahir · Bayu Baru/ })).toBeVisible()
})

test('nine functions by one tap; pregnancy of women of that age alone; no HIV anywhere', async ({ page }) => {
  await atMembers(page, 2)
  await add(page, 'Citra Baru')
  await birth(page, '', '', '1996')
  await expect(page.getByRole('radiogroup', { name: 'Sedang hamil?' })).toHaveCount(0)
  await choose(page, 'Jenis kelamin', 'Perempuan')
  await expect(page.getByRole('radiogroup', { name: 'Sedang hamil?' })).toBeVisible()
  const none = page.getByRole('button', { name: 'Tidak ada kesulitan sama sekali' })
  await none.click()
  await expect(none).toBeDisabled()
  await saved(page)
  await expect(page.locator('main')).not.toContainText(/HIV|AIDS|ODHA/)
  await birth(page, '', '', '1950')
  await expect(page.getByRole('radiogroup', { name: 'Sedang hamil?' })).toHaveCount(0)
})

test('who is removed can be brought back, at once and later', async ({ page }) => {
  await atMembers(page, 3)
  await add(page, 'Dedi Baru')
  const remove = async () => {
    await card(page, 'Dedi Baru')
      .getByRole('button', { name: /^Keluarkan/ })
      .click()
    await page.getByRole('dialog').getByRole('radio', { name: 'Pindah' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Keluarkan' }).click()
    await expect(card(page, 'Dedi Baru')).toContainText('Pindah')
    await expect(page.locator('[id^="members/"]', { hasText: 'Dedi Baru' })).toBeFocused()
  }
  await remove()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(card(page, 'Dedi Baru').getByRole('button', { name: 'Dedi Baru', exact: true })).toBeFocused()
  await card(page, 'Dedi Baru').getByRole('button', { name: 'Dedi Baru', exact: true }).click()
  await remove()
  await page.reload()
  await card(page, 'Dedi Baru')
    .getByRole('button', { name: /^Masukkan lagi/ })
    .click()
  await expect(card(page, 'Dedi Baru').getByRole('button', { name: 'Dedi Baru', exact: true })).toBeVisible()
})

test('a house is split into two families and joined again, and each needs its head', async ({ page }) => {
  await atMembers(page, 4)
  await add(page, 'Engkos Baru', 'Tambah keluarga')
  await expect(page.getByRole('heading', { name: 'Keluarga Engkos Baru' })).toBeVisible()
  const second = page.getByRole('region', { name: 'Keluarga Engkos Baru' })
  await choose(page, 'Hubungan dengan kepala keluarga', 'Kepala keluarga')
  await second.getByRole('button', { name: 'Tambah anggota' }).click()
  await page.keyboard.type('Fatimah Baru')
  await saved(page)
  await expect(second.getByText(/keluarga Engkos Baru · alamat rumah ini/)).toBeVisible()
  await card(page, 'Engkos Baru').getByRole('button', { name: 'Engkos Baru', exact: true }).click()
  await choose(page, 'Hubungan dengan kepala keluarga', 'Anak')
  await goTo(page, 'Periksa dan serahkan')
  const noHead = page.getByRole('link', { name: /Keluarga Engkos Baru/ })
  await noHead.first().click()
  await expect(second).toBeVisible()
  await second.getByRole('button', { name: /^Gabungkan/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gabungkan' }).click()
  await expect(second).toHaveCount(0)
  await expect(card(page, 'Fatimah Baru')).toBeVisible()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(second).toBeVisible()
  await card(page, 'Fatimah Baru').getByRole('button', { name: 'Fatimah Baru', exact: true }).click()
  await card(page, 'Fatimah Baru')
    .getByRole('button', { name: /^Pindahkan/ })
    .click()
  await page.getByRole('dialog').getByRole('radio', { name: 'Keluarga baru (KK lain)' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Pindahkan' }).click()
  await expect(page.getByRole('heading', { name: 'Keluarga Fatimah Baru' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Keluarga Fatimah Baru' })).toBeVisible()
})

test('in a house that nobody knows, the second family card begins a family of its own', async ({ page }) => {
  await openPhone(page, server.url, 'rina')
  await page.getByRole('link', { name: 'Rumah baru', exact: true }).click()
  await page.getByRole('combobox', { name: 'Kelurahan' }).selectOption({ index: 1 })
  await page.getByRole('textbox', { name: 'RW' }).fill('1')
  await page.getByRole('textbox', { name: 'RT' }).fill('2')
  await page.getByRole('textbox', { name: 'Alamat' }).fill('Gg. Dua Keluarga 9')
  await page.getByRole('button', { name: 'Mulai survei' }).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
  await goTo(page, 'Anggota')
  await add(page, 'Asep Baru')
  await add(page, 'Cecep Baru', 'Tambah keluarga')
  const families = page.getByRole('heading', { name: /^Keluarga/ })
  await expect(families).toHaveText([/Asep Baru/, /Cecep Baru/])
})

test('somebody of another house is found while typing; their NIK needs a reason to stand', async ({
  page,
}) => {
  await atMembers(page, 5)
  // One name alone is no sign: many share it.
  const listed = page
    .locator('section.entry', { hasText: /NIK \d/ })
    .filter({ has: page.getByRole('heading', { name: /\S \S/ }) })
    .first()
  const name = (await listed.getByRole('heading').innerText()).trim()
  const number = /NIK ([\d ]{19})/.exec(await listed.innerText())?.[1] ?? ''
  await page.getByRole('link', { name: 'Kembali' }).first().click()
  await openHousehold(page, 6)
  await add(page, name.toLowerCase())
  await expect(page.getByText('Mungkin sama dengan')).toBeVisible()
  await expect(page.getByRole('link', { name: `Lihat ${name}` })).toBeVisible()
  await nik(page).fill(number)
  await nik(page).blur()
  await expect(page.getByText(/NIK ini juga tercatat di rumah lain/)).toBeVisible()
  await goTo(page, 'Periksa dan serahkan')
  const warning = page.getByRole('article', { name: /^NIK/ }).filter({ hasText: 'juga tercatat' })
  await warning.getByRole('button', { name: 'Sesuai dokumen' }).click()
  await expect(warning).toHaveCount(0)
})

test('who was opened by a slip can be put back to not settled, as long as nothing else was said', async ({
  page,
}) => {
  await atMembers(page, 7)
  const open = page.getByRole('button', { name: /^Ubah/ })
  const unsettled = page.getByText('Belum dipastikan', { exact: true })
  const before = await unsettled.count()
  const back = page.getByRole('button', { name: /^Belum dipastikan lagi/ })
  await open.first().click()
  await expect(unsettled).toHaveCount(before - 1)
  await back.click()
  await expect(unsettled).toHaveCount(before)
  await expect(back).toHaveCount(0)
  await open.first().click()
  await expect(back).toHaveCount(1)
  await page.getByRole('button', { name: 'Tidak ada kesulitan sama sekali' }).click()
  await expect(back).toHaveCount(0)
})
