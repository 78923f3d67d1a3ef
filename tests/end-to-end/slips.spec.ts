import { expect, test, type Locator, type Page } from '@playwright/test'
import { choose, goTo, householdLinks, openPhone, PHONE, saved, stateLine } from '../support/people.ts'
import { tapTwice } from '../support/tap-twice.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.use({
  viewport: PHONE,
  hasTouch: true,
  contextOptions: { reducedMotion: 'reduce' },
  permissions: ['geolocation'],
  geolocation: { latitude: -6.9, longitude: 107.6, accuracy: 8 },
})

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

/** Offline, in a survey of somebody who was met. */
async function atVisit(page: Page, place: number): Promise<void> {
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: /^Belum/ }).click()
  await householdLinks(page).nth(place).press('Enter')
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
}

const field = (page: Page, name: string | RegExp): Locator => page.getByRole('textbox', { name })
const held = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Belum tersimpan' })

test('a sum that cannot be read is no answer, stands in its field, and is named on the last page', async ({
  page,
}) => {
  await atVisit(page, 0)
  await goTo(page, 'Ekonomi')
  const spending = field(page, /^Pengeluaran sebulan/)
  await spending.pressSequentially('5jt')
  await expect(page.getByText('Tulis dengan angka saja')).toHaveCount(0)
  await spending.blur()
  await expect(page.getByText('Tulis dengan angka saja')).toBeVisible()
  await goTo(page, 'Rumah tinggal')
  // What stands elsewhere is named; what is given here is saved, and says so.
  await expect(page.getByText('Isian ini belum tersimpan: Pengeluaran sebulan')).toBeVisible()
  await page.getByRole('button', { name: 'Perbaiki isiannya' }).click()
  await expect(spending).toBeFocused()
  await goTo(page, 'Rumah tinggal')
  await field(page, /^Luas lantai/).pressSequentially('36')
  await saved(page)
  await field(page, /^Luas lantai/).pressSequentially('x')
  await goTo(page, 'Periksa dan serahkan')
  await expect(held(page)).toBeVisible()
  const wrong = page.getByRole('link', { name: /Pengeluaran sebulan.*“5jt” belum tersimpan/s })
  await expect(page.getByText('“36x” belum tersimpan')).toBeVisible()
  await expect(wrong).toBeVisible()
  await expect(page.getByText('Rp 5')).toHaveCount(0)
  await expect(page.getByText('36 m²')).toHaveCount(0)

  // Nothing is lost, even if the phone kills the page.
  await page.reload()
  await wrong.click()
  await expect(spending).toBeFocused()
  await expect(spending).toHaveValue('5jt')
  await spending.fill('5000000')
  await expect(spending).toHaveValue('5.000.000')
  await goTo(page, 'Periksa dan serahkan')
  await expect(page.getByText(/5jt/)).toHaveCount(0)
})

test('an RW is taken whole or not at all, and another one lets its RT go until that is taken back', async ({
  page,
}) => {
  await atVisit(page, 1)
  await goTo(page, 'Alamat')
  await page.getByRole('main').getByRole('button', { name: 'Ubah', exact: true }).click()
  await saved(page)
  const rw = page.locator('[id="location/rw"]')
  const rt = page.locator('[id="location/rt"]')
  const before = { rw: await rw.inputValue(), rt: await rt.inputValue() }
  const area = page.locator('.survey-area')
  const shown = await area.innerText()
  await rw.fill('')
  await rw.pressSequentially('1234')
  await expect(area).toHaveText(shown)
  await expect(held(page)).toBeVisible()
  await rw.blur()
  await expect(page.getByText('Tulis 1 sampai 3 angka')).toBeVisible()
  await expect(area).toHaveText(shown)
  await expect(rt).toHaveValue(before.rt)
  await rw.fill('12')
  await rw.blur()
  await saved(page)
  await expect(area).toContainText('RW 012')
  await expect(rt).toHaveValue('')
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(rw).toHaveValue(before.rw)
  await expect(rt).toHaveValue(before.rt)

  const kelurahan = page.locator('[id="location/kelurahan"]')
  const listed = await kelurahan.inputValue()
  await kelurahan.selectOption('elsewhere')
  const others = kelurahan.locator(`option:not([value="${listed}"], [value=""])`)
  await kelurahan.selectOption((await others.first().getAttribute('value'))!)
  await expect(page.getByText('RW dan RT dikosongkan')).toBeVisible()
  await expect(rw).toHaveValue('')
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(kelurahan).toHaveValue(listed)
  await expect(rw).toHaveValue(before.rw)
})

test('a location that was taken can be taken back, with a reason in its place', async ({ page }) => {
  await atVisit(page, 2)
  await goTo(page, 'Alamat')
  await page.getByRole('button', { name: 'Ambil lokasi' }).click()
  await expect(page.getByText('Lokasi diambil')).toBeVisible()
  await page.getByRole('button', { name: 'Tanpa lokasi' }).click()
  await expect(page.getByText('Lokasi diambil')).toHaveCount(0)
  await choose(page, 'Mengapa tanpa lokasi?', 'Responden keberatan')
  await saved(page)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Responden keberatan' })).toBeChecked()
  await page.getByRole('button', { name: 'Ambil lokasi' }).click()
  await expect(page.getByText('Lokasi diambil')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Responden keberatan' })).toHaveCount(0)
})

test('a double tap goes on by one section', async ({ page }) => {
  await atVisit(page, 3)
  await tapTwice(page, page.getByRole('button', { name: 'Lanjut', exact: true }), 140)
  await expect(page.getByRole('heading', { name: 'Alamat', level: 2, exact: true })).toBeAttached()
  await expect(page).toHaveURL(/\/location$/)
})

test('with text twice as large the NIK stands there whole, and nothing that stays hides the question', async ({
  page,
}) => {
  await atVisit(page, 4)
  await goTo(page, 'Anggota')
  await page.getByRole('button', { name: /^Ubah/ }).first().click()
  const nik = field(page, /^NIK/)
  await nik.fill('3273015203800017')
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  const room = await nik.evaluate((input: HTMLInputElement) => {
    const style = getComputedStyle(input)
    const text = document.createElement('canvas').getContext('2d')
    if (!text) throw new Error('no canvas')
    text.font = style.font
    const inner = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    return inner - text.measureText(input.value).width
  })
  expect(room).toBeGreaterThanOrEqual(0)
  const staying = await page.evaluate(() =>
    [...document.querySelectorAll('.screen-head, .screen-sticky, .bottom-bar')].map(
      (part) => getComputedStyle(part).position,
    ),
  )
  expect(staying).toEqual(['static', 'static', 'static'])
  const area = page.locator('.survey-area')
  expect(
    await area.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0)
})

test('the last page says whose card is whose, how the notice was given, and one person’s gaps together', async ({
  page,
}) => {
  await atVisit(page, 5)
  await choose(page, 'Bagaimana disampaikan', 'Dibacakan')
  await choose(page, 'Disampaikan kepada', 'Kepala keluarga')
  await saved(page)
  await goTo(page, 'Anggota')
  for (const name of ['Udin Baru', 'Wati Baru']) {
    const button = name === 'Udin Baru' ? /^Tambah anggota/ : 'Tambah keluarga (KK lain)'
    await page.getByRole('button', { name: button }).first().click()
    await field(page, 'Nama lengkap').fill(name)
    await saved(page)
  }
  await goTo(page, 'Foto dan penutup')
  await expect(page.getByRole('group', { name: /^Kartu Keluarga · Keluarga/ })).toHaveCount(2)
  await expect(page.getByRole('group', { name: 'Kartu Keluarga · Keluarga Wati Baru' })).toBeVisible()
  await goTo(page, 'Periksa dan serahkan')
  const visit = page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: 'Kunjungan', level: 2 }) })
  await expect(visit.getByRole('heading', { name: 'Pemberitahuan privasi' })).toBeVisible()
  await expect(visit).toContainText('Dibacakan')
  const members = page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: 'Anggota', level: 2 }) })
  await expect(members.getByRole('heading', { name: 'Keluarga Wati Baru' })).toBeVisible()
  const gaps = await page.locator('.summary-item').allInnerTexts()
  const whose = gaps.map((gap) => ['Udin Baru', 'Wati Baru'].find((name) => gap.includes(`· ${name}`)) ?? '')
  const turns = whose.filter((name, at) => name !== '' && name !== whose[at - 1])
  expect(turns).toEqual(['Udin Baru', 'Wati Baru'])
})
