import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test'
import {
  choose,
  goTo,
  householdLinks,
  openPhone,
  PHONE,
  saved,
  settleMembers,
  stateLine,
} from '../support/people.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.describe.configure({ mode: 'serial' })

let server: ServerProcess
let context: BrowserContext
let phone: Page

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  context = await browser.newContext({ viewport: PHONE, hasTouch: true })
  phone = await context.newPage()
})
test.afterAll(() => server.end())

/** It lies over the list of sections. */
const closeToast = (): Promise<void> =>
  phone.getByRole('status').getByRole('button', { name: 'Tutup', exact: true }).click()

/** A thumb that comes down twice. */
async function doubleTap(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await phone.touchscreen.tap(x + width / 2, y + height / 2)
  await phone.touchscreen.tap(x + width / 2, y + height / 2)
}

/** Within half a second a tap at the same place passes for the rest of a double tap, and a person taps again. */
async function tapUntil(button: Locator, shown: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shown.isVisible())) await button.click({ timeout: 1000 })
    await expect(shown).toBeVisible({ timeout: 1000 })
  }).toPass()
}

const suggestion = (name: string): Locator => phone.getByRole('article', { name, exact: true })
const problem = (name: string): Locator => phone.getByRole('region', { name, exact: true })

test('offline, a household is met, and its floor is of earth', async () => {
  await openPhone(phone, server.url, 'rina')
  await expect(householdLinks(phone).first()).toBeVisible()
  await context.setOffline(true)
  await expect(stateLine(phone)).toContainText('Luring')
  await householdLinks(phone).first().click()
  await choose(phone, 'Hasil kunjungan', 'Selesai didata')
  await goTo(phone, 'Anggota')
  await settleMembers(phone)
  await goTo(phone, 'Rumah tinggal')
  await choose(phone, 'Jenis lantai terluas', 'Tanah')
  await choose(phone, 'Tempat buang air besar', 'MCK umum')
  await choose(phone, 'Sumber air minum utama', 'Sumur tak terlindung')
})

test('the answer that speaks for a problem says so below it, and leads to it', async () => {
  const hint = phone.getByRole('note').filter({ hasText: 'karena lantai tanah' })
  await expect(hint).toContainText('Rumah tidak layak huni')
  await hint.getByRole('button', { name: /Tinjau/ }).click()
  await expect(phone.getByRole('heading', { name: 'Masalah', level: 2 })).toBeVisible()
  await expect(suggestion('Rumah tidak layak huni')).toBeInViewport()
})

test('confirmed by one tap and rated by another, the suggestion folds and the problem stands', async () => {
  const floor = suggestion('Rumah tidak layak huni')
  await expect(floor).toContainText('karena lantai tanah')
  const waiting = (count: number) =>
    expect(phone.getByRole('heading', { name: `Disarankan dari jawaban (${count})` })).toBeVisible()
  await waiting(3)
  await floor.getByRole('button', { name: /Ya, benar/ }).click()
  // Nobody has said yet how bad it is.
  await waiting(3)
  const needs = floor.getByRole('group', { name: 'Layanan yang dibutuhkan' })
  // What mostly helps stands first, and nothing is chosen by that; not knowing stands alone.
  const [usual, unknown] = ['Perlindungan sosial biasanya dibutuhkan', 'Belum tahu'].map((name) =>
    needs.getByRole('checkbox', { name }),
  )
  await expect(needs.getByRole('checkbox').first()).toHaveAccessibleName(
    'Perlindungan sosial biasanya dibutuhkan',
  )
  await expect(needs.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await unknown?.check()
  await usual?.check()
  await expect(needs.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await floor.getByRole('radio', { name: 'Kebutuhan sehari-hari sering tidak terpenuhi' }).click()
  await waiting(2)
  await expect(floor).toContainText('Dicatat sebagai masalah')
  await saved(phone)
  // In one place only: where it was answered, until it is opened.
  await expect(problem('Rumah tidak layak huni')).toHaveCount(0)
  await floor.getByRole('button', { name: /^Lihat atau ubah/ }).click()
  await expect(floor).toHaveCount(0)
  const recorded = problem('Rumah tidak layak huni')
  await expect(recorded).toContainText('Kebutuhan sehari-hari sering tidak terpenuhi')
  await expect(recorded).toContainText('Disarankan karena lantai tanah')
})

test('what may stay empty opens after the severity: evidence, present help', async () => {
  const recorded = problem('Rumah tidak layak huni')
  await recorded.getByText(/^Rincian/).click()
  await recorded.getByRole('checkbox', { name: 'Dilihat sendiri' }).check()
  await expect(
    recorded.getByRole('checkbox', { name: 'Perlindungan sosial biasanya dibutuhkan' }),
  ).toBeChecked()
  const help = recorded.getByRole('group', { name: /Bantuan yang sudah diterima/ })
  await expect(help.getByRole('checkbox').first()).toHaveAccessibleName('RST (Rumah Sejahtera Terpadu)')
  await expect(help.getByRole('checkbox', { name: 'KIP Kuliah' })).toHaveCount(0)
  await recorded.getByRole('button', { name: /Program lain/ }).click()
  await help.getByRole('checkbox', { name: 'KIP Kuliah' }).check()
  await saved(phone)
  await recorded.getByRole('button', { name: /Selesai/ }).click()
})

test('declined with a reason it is listed with it; undone it is open again', async () => {
  const toilet = suggestion('Tidak memiliki jamban sendiri')
  // The second tap of a double tap falls on a reason that has come in the button's place.
  await doubleTap(toilet.getByRole('button', { name: /Tidak sesuai/ }))
  await expect(toilet.getByText('Mengapa tidak sesuai?')).toBeVisible()
  await tapUntil(
    toilet.getByRole('button', { name: 'Sudah tertangani' }),
    toilet.getByText('Tidak sesuai: Sudah tertangani'),
  )
  await expect(toilet).toContainText('Tidak sesuai: Sudah tertangani')
  await expect(toilet.getByRole('button', { name: /Tinjau lagi/ })).toBeVisible()
  await expect(phone.getByText(/^Saran yang ditolak/)).toHaveCount(0)
  await phone.getByRole('button', { name: 'Urungkan' }).click()
  await expect(toilet.getByRole('button', { name: /Ya, benar/ })).toBeVisible()
  await expect(toilet.getByRole('heading')).toBeFocused()
  await toilet.getByRole('button', { name: /Tidak sesuai/ }).click()
  await toilet.getByRole('button', { name: 'Alasan lain …' }).click()
  await toilet.getByRole('textbox', { name: 'Alasan' }).fill('Jamban sedang dibangun')
  await toilet.getByRole('button', { name: 'Simpan alasan' }).click()
  await closeToast()
  await goTo(phone, 'Rumah tinggal')
  await goTo(phone, 'Masalah')
  await expect(toilet).toHaveCount(0)
  await phone.getByText('Saran yang ditolak (1)').click()
  await expect(phone.getByText('Alasan: Jamban sedang dibangun')).toBeVisible()
})

test('another problem takes the place of a suggestion, with a reason', async () => {
  const water = suggestion('Sumber air minum tidak layak')
  await doubleTap(water.getByRole('button', { name: /Ganti …/ }))
  await expect(water.getByText('Mengapa diganti?')).toBeVisible()
  const created = problem('Masalah baru')
  await tapUntil(water.getByRole('button', { name: 'Penyebabnya lain' }), created)
  await created.getByRole('button', { name: /^Tampilkan semua/ }).click()
  await expect(created.getByRole('radio', { name: 'Sumber air minum tidak layak' })).toHaveCount(0)
  await created.getByRole('radio', { name: 'Kekurangan pangan' }).check()
  await expect(water).toHaveCount(0)
  const recorded = problem('Kekurangan pangan')
  await recorded.getByRole('radio', { name: 'Membahayakan kesehatan atau keselamatan' }).check()
  await expect(recorded).toContainText('Mengganti saran: Sumber air minum tidak layak (Penyebabnya lain)')
  await expect(phone.getByRole('heading', { name: /^Disarankan/ })).toHaveCount(0)
  await recorded.getByRole('button', { name: /Selesai/ }).click()
})

test('a problem is added by hand for a member; an age that does not fit warns and does not block', async () => {
  await phone.getByRole('button', { name: 'Tambah masalah' }).click()
  const created = problem('Masalah baru')
  await created
    .getByRole('radio', { name: /Kepala keluarga/ })
    .first()
    .check()
  const search = created.getByRole('textbox', { name: 'Cari masalah' })
  // Typing goes on where nothing is found, and what there is for the household is named.
  await search.pressSequentially('jamban')
  await expect(created.getByText('Ada untuk seluruh rumah tangga:')).toBeVisible()
  await expect(created.getByText(/minta kunjungan rahasia/)).toBeVisible()
  await expect(search).toBeFocused()
  await search.fill('lansia')
  await expect(created.getByRole('radio', { name: 'Lanjut usia hidup sendiri' })).toBeVisible()
  await search.fill('balita tel')
  await created.getByRole('radio', { name: 'Anak balita telantar' }).check()
  const recorded = problem('Anak balita telantar')
  await recorded.getByRole('radio', { name: 'Mengganggu, tetapi sehari-hari masih jalan' }).check()
  await expect(recorded).toContainText('Umurnya tidak cocok dengan masalah ini.')
  await saved(phone)
  await recorded.getByRole('button', { name: /Selesai/ }).click()
  await goTo(phone, 'Periksa dan serahkan')
  // Nobody said what would help: that is answered there, or "not known yet".
  const need = phone.getByRole('article', { name: /^Layanan yang dibutuhkan · Anak balita telantar/ })
  await expect(need).toContainText('Kalau belum jelas, pilih Belum tahu.')
  await need.getByRole('button', { name: /^Tinjau/ }).click()
  const needed = recorded.getByRole('group', { name: 'Layanan yang dibutuhkan' })
  await needed.getByRole('checkbox', { name: 'Belum tahu' }).check()
  await saved(phone)
  await recorded.getByRole('button', { name: /Selesai/ }).click()
  await goTo(phone, 'Periksa dan serahkan')
  await expect(need).toHaveCount(0)
  await expect(phone.getByRole('article', { name: /^Masalah · Anak balita telantar/ })).toContainText(
    'Umurnya tidak cocok dengan masalah ini',
  )
  const summary = phone
    .locator('.card')
    .filter({ has: phone.getByRole('heading', { name: 'Masalah', exact: true }) })
  await expect(summary).toContainText('Saran yang ditolak (1)')
  await expect(summary).toContainText('Jamban sedang dibangun')
})

test('withdrawn and undone, a problem has its former answers', async () => {
  await goTo(phone, 'Masalah')
  const recorded = problem('Anak balita telantar')
  await recorded.getByRole('button', { name: 'Anak balita telantar', exact: true }).click()
  await recorded.getByRole('button', { name: /Batalkan/ }).click()
  await expect(recorded).toContainText('Dibatalkan')
  await phone.getByRole('button', { name: 'Urungkan' }).click()
  await expect(recorded).toContainText('Mengganggu, tetapi sehari-hari masih jalan')
  await expect(recorded.getByRole('button', { name: 'Anak balita telantar', exact: true })).toBeFocused()
})

test('a new problem that is withdrawn leaves the focus with what adds another', async () => {
  const add = phone.getByRole('button', { name: 'Tambah masalah' })
  await add.click()
  await problem('Masalah baru')
    .getByRole('button', { name: /Batalkan/ })
    .click()
  await expect(problem('Masalah baru')).toHaveCount(0)
  await expect(add).toBeFocused()
})

test('with two families in the house, a family can have a problem of its own', async () => {
  await goTo(phone, 'Anggota')
  await phone.getByRole('button', { name: 'Tambah keluarga (KK lain)' }).click()
  await phone.getByRole('textbox', { name: 'Nama lengkap' }).fill('Ujang Kosasih')
  await saved(phone)
  await goTo(phone, 'Masalah')
  await phone.getByRole('button', { name: 'Tambah masalah' }).click()
  const created = problem('Masalah baru')
  await created.getByRole('radio', { name: /^Keluarga Ujang Kosasih/ }).check()
  await created.getByRole('radio', { name: 'Korban bencana alam' }).check()
  await saved(phone)
  await problem('Korban bencana alam')
    .getByRole('button', { name: /Selesai/ })
    .click()
  const family = phone.getByRole('region', { name: 'Keluarga Ujang Kosasih', exact: true })
  await expect(family).toContainText('Korban bencana alam')
})

test('what is suggested for several people alike is answered for all at once, and taken back at once', async () => {
  await goTo(phone, 'Anggota')
  const people = await phone.locator('.entry-present .entry-name[id^="members/"]').allInnerTexts()
  const uninsured = people.slice(0, 2)
  expect(uninsured).toHaveLength(2)
  for (const name of uninsured) {
    await phone.getByRole('button', { name, exact: true }).click()
    const insurance = phone.locator('.entry-open').getByRole('group', { name: 'Jaminan kesehatan' })
    await insurance.getByRole('checkbox', { name: 'Tidak memiliki' }).check()
    await phone.locator('.entry-open').getByRole('button', { name, exact: true }).click()
  }
  await goTo(phone, 'Masalah')
  const all = suggestion('Tidak memiliki jaminan kesehatan aktif')
  await expect(all).toHaveCount(1)
  for (const name of uninsured) await expect(all).toContainText(name)
  expect(await auditScreen(phone, { names: uninsured, isField: true })).toEqual([])
  await all.getByRole('button', { name: /^Tidak sesuai semua/ }).click()
  await all.getByRole('button', { name: 'Sudah tertangani' }).click()
  await expect(all).toContainText('Tidak sesuai')
  await phone.getByRole('button', { name: 'Urungkan' }).click()
  await all.getByRole('button', { name: /^Satu per satu/ }).click()
  await expect(all).toHaveCount(2)
  await goTo(phone, 'Rumah tinggal')
  await goTo(phone, 'Masalah')
  await all.getByRole('button', { name: 'Ya, benar untuk semua (2)' }).click()
  await all
    .getByRole('group', { name: 'Layanan yang dibutuhkan, untuk semua' })
    .getByRole('checkbox')
    .first()
    .check()
  await all.getByRole('radio', { name: 'Kebutuhan sehari-hari sering tidak terpenuhi' }).click()
  await expect(all).toContainText('Dicatat sebagai masalah')
  await phone.getByRole('button', { name: 'Urungkan' }).click()
  await all.getByRole('radio', { name: 'Mengganggu, tetapi sehari-hari masih jalan' }).click()
  await saved(phone)
  await all.getByRole('button', { name: /^Lihat atau ubah/ }).click()
  await expect(all).toHaveCount(0)
  await expect(problem('Tidak memiliki jaminan kesehatan aktif')).toHaveCount(2)
})
