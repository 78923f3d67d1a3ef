import { expect, test, type Page } from '@playwright/test'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import { sectionsOf } from '../../shared/survey/questionnaire.ts'
import { officeWork, type OfficeWork } from '../support/office-work.ts'
import {
  choose,
  goTo,
  householdLinks,
  next,
  openPhone,
  PHONE,
  saved,
  signIn,
  stateLine,
} from '../support/people.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { expireSessions } from '../support/stored.ts'

// A trace would hold the whole of axe once for each look.
test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' }, trace: 'off' })
// Each test looks at many screens, seven times each.
test.describe.configure({ timeout: 600_000 })

let server: ServerProcess
let work: OfficeWork
test.beforeAll(async () => {
  server = await startServer()
  work = await officeWork(server)
})
test.afterAll(() => server.end())

/** All screens of a test are looked at, whatever is found on one of them. */
function auditor(page: Page, isField: boolean) {
  return async (screen: string) => {
    const found = await auditScreen(page, { names: work.names, isField })
    expect.soft(found, screen).toEqual([])
  }
}

/** Opens a household of the list that nobody has visited, by its place. */
async function openUnvisited(page: Page, place: number): Promise<void> {
  await page.getByRole('button', { name: /^Belum/ }).click()
  await householdLinks(page).nth(place).click()
  await expect(page.getByRole('heading', { name: 'Kunjungan', level: 2 })).toBeVisible()
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 })

test('the door: empty, refused, with words missing', async ({ page }) => {
  const audit = auditor(page, true)
  await page.goto(server.url)
  await audit('sign-in')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByText('Isi nama pengguna')).toBeVisible()
  await audit('sign-in with words missing')
  await signIn(page, 'rina', 'salah-sekali')
  await expect(page.getByText('Nama pengguna atau kata sandi salah.')).toBeVisible()
  await audit('sign-in refused')
})

test('the list, a new household, the outbox, and what surrounds them', async ({ page, context }) => {
  const audit = auditor(page, true)
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await audit('list')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await audit('menu')
  await page.getByRole('group', { name: 'Saring menurut keadaan' }).getByRole('button').nth(1).click()
  await audit('list, filtered')
  await page.getByRole('group', { name: 'Saring menurut keadaan' }).getByRole('button').nth(0).click()
  const search = page.getByLabel('Cari nama, NIK, KK, alamat')
  await search.fill('tidak mungkin ada')
  await expect(page.getByText('Tidak ada yang cocok')).toBeVisible()
  await audit('search without a result')
  await search.fill('')

  await page.getByRole('link', { name: 'Rumah baru' }).click()
  await audit('new household')
  await page.getByRole('button', { name: 'Mulai survei' }).click()
  await expect(page.getByText('Lengkapi dulu')).toBeVisible()
  await audit('new household with errors')

  await page.goto(new URL('/outbox', server.url).href)
  await expect(heading(page, 'Kiriman')).toBeVisible()
  await audit('outbox with nothing waiting')
  await page.goto(new URL('/tidak-ada', server.url).href)
  await expect(heading(page, 'Halaman ini tidak ada')).toBeVisible()
  await audit('no such page')

  await context.setOffline(true)
  await page.getByRole('link', { name: 'Ke halaman awal' }).click()
  await openUnvisited(page, 1)
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
  await stateLine(page)
    .getByRole('link', { name: /belum terkirim/ })
    .click()
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await expect(page.getByText('Server tidak terjangkau.')).toBeVisible()
  await audit('outbox, offline')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: /^Keluar/ }).click()
  await expect(page.getByRole('dialog', { name: 'Keluar dari perangkat ini?' })).toBeVisible()
  await audit('sign-out with unsent work')
  await page.getByRole('button', { name: 'Tetap masuk' }).click()
  await context.setOffline(false)
  await expect(stateLine(page)).toContainText('semua terkirim', { timeout: 60_000 })
})

test('every section of a survey, empty and with its errors', async ({ page }) => {
  const audit = auditor(page, true)
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await openUnvisited(page, 2)
  await audit('visit')
  await next(page, 'Alamat')
  await audit('address before the visit')
  await page.getByRole('button', { name: 'Ke hasil kunjungan' }).click()
  await choose(page, 'Hasil kunjungan', 'Menolak didata')
  await saved(page)
  await audit('visit without a survey')
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
  await audit('visit, answered')
  await next(page, 'Alamat')
  await audit('address')
  await next(page, 'Anggota')
  await audit('members')
  await page.getByRole('button', { name: /^Ubah/ }).first().click()
  await audit('member')
  await page
    .getByRole('button', { name: /^Keluarkan/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Keluarkan' }).click()
  await audit('removal of a member')
  await page.getByRole('dialog').getByRole('button', { name: 'Batal' }).click()
  await next(page, 'Rumah tinggal')
  await audit('dwelling')
  await choose(page, 'Jenis lantai terluas', 'Tanah')
  await choose(page, 'Tempat buang air besar', 'MCK umum')
  await audit('dwelling with what its answers suggest')
  await next(page, 'Aset')
  await page
    .getByRole('radiogroup', { name: 'Memelihara ternak besar, kambing, atau domba?' })
    .getByRole('radio', { name: 'Ya' })
    .check()
  await audit('assets')
  await next(page, 'Ekonomi')
  await audit('livelihood')
  await next(page, 'Masalah')
  await audit('problems')
  const floor = page.getByRole('article', { name: 'Rumah tidak layak huni' })
  await floor.getByRole('button', { name: /^Ya, benar/ }).click()
  await expect(floor.getByRole('radiogroup')).toBeVisible()
  await audit('suggestion being rated')
  await floor.getByRole('radio').first().click()
  const toilet = page.getByRole('article', { name: 'Tidak memiliki jamban sendiri' })
  await toilet.getByRole('button', { name: /^Tidak sesuai/ }).click()
  await toilet.getByRole('button', { name: 'Alasan lain …' }).click()
  await audit('suggestion being declined')
  await page.getByRole('button', { name: 'Tambah masalah' }).click()
  await audit('new problem')
  await page.getByRole('radio', { name: /rumah tangga/i }).check()
  await page.getByRole('radio', { name: 'Kekurangan pangan' }).check()
  await page
    .getByRole('radio', { name: /^Mengganggu/ })
    .first()
    .check()
  await page.getByText('Rincian (boleh dikosongkan)').click()
  await page.getByText(/^Kriteria fakir miskin/).click()
  await saved(page)
  await audit('problem')
  await next(page, 'Foto dan penutup')
  await audit('end')
  await next(page, 'Periksa dan serahkan')
  await audit('check')
  await page.getByRole('button', { name: 'Serahkan' }).click()
  await audit('check, refused')
  for (const { text } of sectionsOf(FORM_VERSION).slice(1)) {
    const section = text.id
    await goTo(page, section)
    await audit(`${section} with errors`)
  }
})

test('surveys that came back, were submitted or disagree, and a session that ended', async ({ page }) => {
  const audit = auditor(page, true)
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  for (const [screen, household] of Object.entries(work.households)) {
    await page.goto(new URL(`/households/${household}`, server.url).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await audit(screen)
  }
  expireSessions(server)
  await page.goto(server.url)
  await expect(page.getByText('Masuk lagi untuk mengirim')).toBeVisible()
  await audit('list after the session ended')
  await page.getByRole('link', { name: 'Masuk lagi' }).click()
  await audit('sign-in again')
})

test('the supervisor’s queue, a survey with its differences, and returning it', async ({ page }) => {
  const audit = auditor(page, false)
  await page.goto(server.url)
  await signIn(page, 'pengawas')
  await expect(heading(page, 'Tinjauan')).toBeVisible()
  await audit('queue')
  for (const [screen, survey] of Object.entries(work.surveys)) {
    await page.goto(new URL(`/reviews/${survey}`, server.url).href)
    await expect(page.getByRole('tab', { name: 'Perubahan' })).toBeVisible()
    await audit(`survey ${screen}`)
  }
  await page.getByRole('tab', { name: 'Jawaban lengkap' }).click()
  await audit('full answers')
  await page
    .getByRole('button', { name: /^Kembalikan/ })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Kembalikan/ })
    .click()
  await expect(page.getByText('Tulis alasannya')).toBeVisible()
  await audit('return')
})

test('the city admin’s imports, assignments and periods', async ({ page }) => {
  const audit = auditor(page, false)
  await page.goto(server.url)
  await signIn(page, 'admin')
  await expect(heading(page, 'Impor daftar kementerian')).toBeVisible()
  await audit('imports')
  await page.getByRole('button', { name: 'Kirim dan baca berkas' }).click()
  await expect(page.getByText('Pilih berkasnya dulu').first()).toBeVisible()
  await audit('import with errors')
  await page.goto(new URL(`/imports/${work.import}`, server.url).href)
  await expect(page.getByText('Daftar sudah masuk')).toBeVisible()
  await audit('import result')

  await page.goto(new URL('/assignments', server.url).href)
  await page
    .getByRole('button', { name: /^Beri wilayah/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Beri wilayah' })
  await dialog.getByRole('button', { name: 'Berikan' }).click()
  await audit('giving an area')
  await dialog.getByRole('button', { name: 'Batal' }).click()
  await audit('assignments')

  await page.goto(new URL('/periods', server.url).href)
  await audit('period')
  await page.getByRole('button', { name: 'Segel periode' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await audit('seal')
  await page.getByRole('dialog').getByRole('button', { name: /Segel/i }).click()
  await expect(page.getByRole('link', { name: /Unduh/ }).first()).toBeVisible()
  await audit('sealed period')
})

test('the case worker’s home', async ({ page }) => {
  const audit = auditor(page, false)
  await page.goto(server.url)
  await signIn(page, 'peksos')
  await expect(heading(page, 'Permintaan kunjungan')).toBeVisible()
  await audit('home')
})
