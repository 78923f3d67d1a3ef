import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
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
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { stored } from '../support/stored.ts'

test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' }, trace: 'off' })
test.describe.configure({ timeout: 300_000 })

let server: ServerProcess
test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(() => server.end())

/** A phone that surveyed one household without a network. */
async function unsentWork(page: Page, context: BrowserContext): Promise<void> {
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await context.setOffline(true)
  await householdLinks(page).first().click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await goTo(page, 'Rumah tinggal')
  await choose(page, 'Jenis lantai terluas', 'Tanah')
  await saved(page)
  await expect(stateLine(page)).toContainText('1 belum terkirim')
}

const arrived = () => stored(server).documents.map(({ dwelling }) => dwelling)

/** Makes a new password on the server's machine, while the server runs. */
async function renewPassword(username: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'server/add-account.ts', '--username', username, '--new-password'],
    { env: { ...process.env, DATA_DIR: server.dataDirectory } },
  )
  return /password: (\S+)/.exec(stdout)?.[1] ?? ''
}

test('[V1] a new password ends the sessions: the work is kept, and sent with the new one alone', async ({
  page,
  context,
}) => {
  await unsentWork(page, context)
  const password = await renewPassword('rina')
  await context.setOffline(false)
  await expect(page.getByText('Masuk lagi untuk mengirim')).toBeVisible()
  await page.getByRole('link', { name: 'Masuk lagi' }).first().click()
  await signIn(page, 'rina')
  await expect(page.getByText('Nama pengguna atau kata sandi salah.')).toBeVisible()
  expect(arrived()).toEqual([])
  await signIn(page, 'rina', password)
  await expect(stateLine(page)).toContainText('semua terkirim')
  expect(arrived()).toEqual([{ floor: 'tanah' }])
})

test('[V2] a lost phone is revoked and told so, keeps its work, and sends it once it is let in again', async ({
  page,
  context,
  browser,
}) => {
  await unsentWork(page, context)
  const office = await (await browser.newContext({ viewport: DESK, locale: 'id-ID' })).newPage()
  await office.goto(server.url)
  await signIn(office, 'admin')
  await office.getByRole('link', { name: 'Penugasan' }).click()
  await office
    .getByRole('listitem', { name: 'Rina Marlina' })
    .getByRole('button', { name: /^Ponsel…/ })
    .click()
  const phones = office.getByRole('dialog', { name: 'Ponsel Rina Marlina' })
  await expect(phones.getByRole('button', { name: 'Cabut' })).toBeVisible()
  expect(await auditScreen(office, { names: [], isField: false })).toEqual([])
  await phones.getByRole('button', { name: 'Cabut' }).click()
  await expect(phones.getByText(/^Dicabut/)).toBeVisible()

  await context.setOffline(false)
  await expect(stateLine(page)).toContainText('Kiriman terhenti')
  await expect(stateLine(page)).toContainText('1 belum terkirim')
  await choose(page, 'Jenis atap terluas', 'Seng')
  await saved(page)
  await stateLine(page).locator('a.state-line').click()
  await expect(page.getByText('Ponsel ini dicabut.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Ponsel ini dicabut.')).toBeVisible()
  expect(arrived()).toEqual([])

  await phones.getByRole('button', { name: 'Pulihkan' }).click()
  await expect(phones.getByRole('button', { name: 'Cabut' })).toBeVisible()
  await office.context().close()
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await expect(stateLine(page)).toContainText('semua terkirim')
  expect(arrived()).toEqual([{ floor: 'tanah', roof: 'seng' }])
})

test('[V3] another user of the phone sees nothing of the first one’s work, which is kept and sent later', async ({
  page,
  context,
}) => {
  await unsentWork(page, context)
  const name = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: /^Keluar/ }).click()
  await expect(page.getByText(/1 survei belum terkirim/)).toBeVisible()
  await page.getByRole('button', { name: 'Tetap keluar' }).click()
  await expect(page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible()

  await context.setOffline(false)
  await signIn(page, 'pengawas')
  await expect(page.getByRole('heading', { name: 'Tinjauan', level: 1 })).toBeVisible()
  await expect(page.getByText(name ?? '?')).toHaveCount(0)
  await page.goto(new URL('/outbox', server.url).href)
  await expect(page.getByRole('heading', { name: 'Halaman ini tidak ada' })).toBeVisible()
  expect(arrived()).toEqual([])

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: /^Keluar/ }).click()
  await signIn(page, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  expect(arrived()).toEqual([{ floor: 'tanah' }])
})
