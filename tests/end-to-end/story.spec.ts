import { createHash } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { unzipSync, strFromU8 } from 'fflate'
import { writeList } from '../../server/demo/generate/generate-list.ts'
import { periodOf } from '../../shared/period.ts'
import { entriesOf, nameOf } from '../../shared/survey/document.ts'
import { withAnswers } from '../../shared/survey/path.ts'
import { familyCard, listLinesOf, ordinaryFamily } from '../support/families.ts'
import { createHand } from '../support/hand.ts'
import {
  choose,
  DESK,
  goTo,
  householdLinks,
  openPhone,
  PHONE,
  saved,
  signIn,
  stateLine,
} from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { stored } from '../support/stored.ts'
import { fillSections, lookOver, nextSection, submit, type Household } from '../support/survey-pages.ts'

const SUKARASA = '32.73.01.1001'
const DAGO = '32.73.02.1004'

test.describe.configure({ mode: 'serial' })

let server: ServerProcess
let phone: Page
let phoneContext: BrowserContext

/** A family of the list whose house has a floor of earth; nobody could measure where, or take a picture. */
const LISTED = familyCard(4)
const household = nameOf(LISTED)
const AT_HOME: Household = {
  survey: withAnswers(ordinaryFamily(4, { wanted: { 'dwelling/floor': 'tanah' } }), [
    ['location/position', null],
    ['location/positionMissing', 'tidak_ada_sinyal'],
  ]),
  listed: LISTED,
  photos: 'impossible',
}

test.beforeAll(async ({ browser }) => {
  // An empty folder: this story begins with the first start.
  server = await startServer({ DATA_DIR: mkdtempSync(join(tmpdir(), 'yesjitu-story-')) })
  phoneContext = await browser.newContext({ viewport: PHONE, hasTouch: true })
  phone = await phoneContext.newPage()
})
test.afterAll(() => server.end())

async function desk(page: Page, username: string): Promise<void> {
  await page.setViewportSize(DESK)
  await page.goto(server.url)
  await signIn(page, username)
}

test('the first start prints the address and the accounts of each role', () => {
  expect(server.printed()).toContain(server.url)
  for (const role of ['city-admin', 'supervisor', 'enumerator', 'case-worker']) {
    expect(server.printed()).toContain(role)
  }
})

test('the city admin imports a list, sees what was rejected and why, and downloads it', async ({
  page,
}, info) => {
  const file = info.outputPath('daftar.csv')
  const report = await writeList(
    { households: 60, seed: 7, dirty: 0.1, kelurahan: [SUKARASA] },
    createWriteStream(file),
  )
  const listed = listLinesOf(LISTED)
  const more = [...listed, trapRow()].join('\n')
  writeFileSync(file, readFileSync(file, 'utf8') + more)
  await desk(page, 'admin')
  await page.getByRole('link', { name: 'Impor', exact: true }).click()
  await page.setInputFiles('input[type=file]', file)
  await page.getByRole('textbox', { name: 'Tanggal', exact: true }).fill('31')
  await page.getByRole('textbox', { name: 'Bulan' }).fill('10')
  await page.getByRole('textbox', { name: 'Tahun' }).fill('2025')
  await page.getByRole('button', { name: 'Kirim dan baca berkas' }).click()
  const accepted = new Intl.NumberFormat('id-ID').format(report.accepted + listed.length)
  await expect(page.getByText(accepted, { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/3\.27305E\+15/).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Unduh/ }).click()
  const rejected = readFileSync(await (await download).path(), 'utf8')
  expect(rejected.trim().split('\n')).toHaveLength(report.rejected + 2)
  expect(rejected).toContain('3.27305E+15')
})

/** A NIK that a spreadsheet turned into a number. */
function trapRow(): string {
  const fields = [
    'X1',
    'JAWA BARAT',
    'KOTA BANDUNG',
    'SUKASARI',
    'SUKARASA',
    'JL. A',
    '',
    '001',
    '001',
    '3273011212129001',
  ]
  const person = ['3.27305E+15', 'SITI', '1980-03-10', 'BANDUNG', 'P', 'IBU', 'KEPALA KELUARGA']
  return [...fields, ...person].map((field) => `"${field}"`).join('|') + '\n'
}

test('the admin gives an area to an enumerator', async ({ page }) => {
  await desk(page, 'admin')
  await page.getByRole('link', { name: 'Penugasan' }).click()
  await page.getByRole('button', { name: 'Beri wilayah… Rina Marlina' }).click()
  const dialog = page.getByRole('dialog', { name: 'Beri wilayah' })
  await dialog.getByRole('combobox', { name: 'Kecamatan' }).selectOption('Coblong')
  await dialog.getByRole('combobox', { name: 'Kelurahan' }).selectOption({ value: DAGO })
  await dialog.getByRole('button', { name: 'Berikan' }).click()
  const rina = page.getByRole('listitem', { name: 'Rina Marlina' })
  await expect(rina.getByText('Dago')).toBeVisible()
})

test('an enumerator signs in, and the assigned households arrive', async () => {
  await openPhone(phone, server.url, 'rina')
  await expect(householdLinks(phone).first()).toBeVisible()
  await expect(stateLine(phone)).toContainText('semua terkirim')
})

test('offline, the page reloads from the service worker with its list, and search finds', async () => {
  await phoneContext.setOffline(true)
  await expect(stateLine(phone)).toContainText('Luring')
  await phone.reload()
  await expect(householdLinks(phone).first()).toBeVisible()
  const name = await householdLinks(phone)
    .nth(2)
    .getByText(/[A-Z]{3}/)
    .first()
    .innerText()
  await phone.getByLabel('Cari nama, NIK, KK, alamat').fill(name.toLowerCase())
  await expect(householdLinks(phone).filter({ hasText: name }).first()).toBeVisible()
  await phone.getByLabel('Cari nama, NIK, KK, alamat').fill('tidak mungkin ada')
  await expect(householdLinks(phone)).toHaveCount(0)
  await phone.getByLabel('Cari nama, NIK, KK, alamat').fill('')
})

test('offline, an enumerator surveys a household; a closed browser comes back to the same answer', async () => {
  await phone.getByLabel('Cari nama, NIK, KK, alamat').fill(household.toLowerCase())
  await householdLinks(phone).filter({ hasText: household }).first().click()
  await fillSections(createHand(phone), AT_HOME, { from: 'visit', to: 'dwelling' })
  await saved(phone)

  await phone.close()
  phone = await phoneContext.newPage()
  await phone.goto(server.url)
  await expect(phone.getByRole('heading', { name: 'Rumah tinggal', level: 2 })).toBeVisible()
  await expect(
    phone.getByRole('radiogroup', { name: 'Jenis lantai terluas' }).getByRole('radio', { name: 'Tanah' }),
  ).toBeChecked()
})

test('offline, a problem is recorded and the survey submitted', async () => {
  const hand = createHand(phone)
  await nextSection(hand, 'Aset')
  await fillSections(hand, AT_HOME, { from: 'assets', to: 'problems' })
  await recordProblem(phone)
  await saved(phone)
  await nextSection(hand, 'Foto dan penutup')
  await fillSections(hand, AT_HOME, { from: 'closing', to: 'closing' })
  await lookOver(hand, AT_HOME)
  await submit(hand)
  await expect(stateLine(phone)).toContainText('1 belum terkirim')
  await phone.getByLabel('Cari nama, NIK, KK, alamat').fill('')
})

/** What the floor suggests is right, and a little more is known about it. */
async function recordProblem(page: Page): Promise<void> {
  const suggestion = page.getByRole('article', { name: 'Rumah tidak layak huni', exact: true })
  await suggestion.getByRole('button', { name: /^Ya, benar/ }).click()
  await suggestion.getByRole('checkbox', { name: /^Perlindungan sosial/ }).check()
  await suggestion.getByRole('radio', { name: 'Kebutuhan sehari-hari sering tidak terpenuhi' }).click()
  await expect(suggestion).toContainText('Dicatat sebagai masalah')
  await suggestion.getByRole('button', { name: /^Lihat atau ubah/ }).click()
  const recorded = page.getByRole('region', { name: 'Rumah tidak layak huni', exact: true })
  await recorded.getByText(/^Rincian/).click()
  await recorded.getByRole('textbox', { name: 'Tahun' }).fill('2021')
  await recorded.getByRole('textbox', { name: /^Catatan/ }).fill('Lantai tanah di seluruh rumah.')
}

test('offline, a household that is not on the list is added', async () => {
  await phone.getByRole('link', { name: 'Rumah baru', exact: true }).click()
  await phone.getByRole('combobox', { name: 'Kelurahan' }).selectOption(SUKARASA)
  await phone.getByRole('textbox', { name: 'RW' }).fill('1')
  await phone.getByRole('textbox', { name: 'RT' }).fill('2')
  await phone.getByRole('textbox', { name: 'Alamat' }).fill('Gg. Tanpa Nama 9')
  await phone.getByRole('button', { name: /Simpan|Mulai|Tambah/ }).click()
  await choose(phone, 'Hasil kunjungan', 'Selesai didata')
  await saved(phone)
  await phone.getByRole('link', { name: 'Kembali' }).first().click()
  await phone.getByLabel('Cari nama, NIK, KK, alamat').fill('tanpa nama')
  await expect(phone.getByText('Gg. Tanpa Nama 9')).toBeVisible()
  await phone.getByLabel('Cari nama, NIK, KK, alamat').fill('')
})

test('with the network on again it syncs by itself and says so only then', async () => {
  await expect(stateLine(phone)).toContainText('2 belum terkirim')
  await phoneContext.setOffline(false)
  await expect(stateLine(phone)).toContainText('semua terkirim', { timeout: 60_000 })
})

test('the supervisor sees the survey beside the list with the differences and returns it', async ({
  page,
}) => {
  await desk(page, 'pengawas')
  await page.getByRole('link', { name: new RegExp(household) }).click()
  await expect(page.getByText('Rumah tidak layak huni').first()).toBeVisible()
  await expect(page.getByText('Tanah').first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Kembalikan/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Mohon periksa lagi jenis lantainya.')
  await dialog.getByRole('button', { name: /^Kembalikan/ }).click()
  await expect(dialog).toBeHidden()
})

test('the enumerator sees the reason on the phone, corrects and submits again', async () => {
  await phone.getByRole('button', { name: 'Kirim', exact: true }).click()
  await expect(phone.getByText('Mohon periksa lagi jenis lantainya.').first()).toBeVisible()
  await householdLinks(phone).filter({ hasText: household }).first().click()
  await expect(phone.getByText('Mohon periksa lagi jenis lantainya.').first()).toBeVisible()
  await goTo(phone, 'Rumah tinggal')
  await choose(phone, 'Jenis lantai terluas', 'Semen/bata merah')
  await saved(phone)
  await goTo(phone, 'Periksa dan serahkan')
  // The floor spoke for the problem, and now says something else.
  const changed = phone.getByRole('article', { name: 'Masalah · Rumah tidak layak huni' })
  await changed.getByRole('button', { name: 'Sudah ditanyakan lagi' }).click()
  await phone.getByRole('button', { name: 'Serahkan' }).click()
  await expect(stateLine(phone)).toContainText('semua terkirim')
})

test('the supervisor approves it', async ({ page }) => {
  await desk(page, 'pengawas')
  await page.getByRole('link', { name: new RegExp(household) }).click()
  await expect(page.getByText('Semen/bata merah').first()).toBeVisible()
  // The reason was a phrase: kept as its key, read in words.
  await expect(page.getByText('Sudah ditanyakan lagi')).toBeVisible()
  const reasons = stored(server).documents.flatMap(({ confirmations }) => entriesOf(confirmations))
  expect(reasons.map(([, { reason }]) => reason)).toContain('sudah_ditanyakan')
  await page
    .getByRole('button', { name: /^Setujui/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Disetujui/ }).click()
  await expect(page.getByRole('link', { name: new RegExp(household) })).toBeVisible()
})

test('the admin seals the period and gets a package whose hashes are true, the same each time', async ({
  page,
}) => {
  await desk(page, 'admin')
  await page.getByRole('link', { name: 'Periode' }).click()
  await page.getByRole('button', { name: 'Segel periode' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /segel/i }).click()
  const first = await downloadPackage(page)
  const files = unzipSync(first)
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  expect(manifest.period).toBe(periodOf(new Date()))
  for (const name of ['keluarga.csv', 'anggota.csv', 'masalah.csv', 'perubahan.csv']) {
    const sha256 = createHash('sha256')
      .update(files[name] ?? '')
      .digest('hex')
    expect(JSON.stringify(manifest)).toContain(sha256)
  }
  expect(
    strFromU8(files['keluarga.csv'] ?? new Uint8Array())
      .trim()
      .split('\n'),
  ).toHaveLength(2)
  expect(strFromU8(files['masalah.csv'] ?? new Uint8Array())).toContain('kota.rumah_tidak_layak')

  // Sealing again through the API changes nothing.
  const again = await page.evaluate(async (period) => {
    const response = await fetch(`/api/periods/${period}/seal`, { method: 'POST' })
    return response.status
  }, manifest.period as string)
  expect(again).toBe(200)
  rmSync(join(server.dataDirectory, 'packages'), { recursive: true })
  expect(await downloadPackage(page)).toEqual(first)
})

async function downloadPackage(page: Page): Promise<Buffer> {
  const link = page.getByRole('link', { name: /Unduh/ }).first()
  await expect(link).toBeVisible()
  const download = page.waitForEvent('download')
  await link.click()
  return readFileSync(await (await download).path())
}

test('the enumerator sees that the household is in the register now', async () => {
  await phone.getByRole('button', { name: 'Kirim', exact: true }).click()
  await expect(stateLine(phone)).toContainText('semua terkirim')
})

test('a second start keeps the data, and Ctrl-C ends cleanly', async () => {
  expect(await server.interrupt()).toBe(0)
  await server.restart()
  expect(server.printed().match(/First start/g)).toHaveLength(1)
  await phone.reload()
  await phone.getByRole('button', { name: 'Kirim', exact: true }).click()
  await expect(stateLine(phone)).toContainText('semua terkirim')
})
