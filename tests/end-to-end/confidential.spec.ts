import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { KEY_FILE } from '../../server/features/confidential/case-workers-key.ts'
import { killableBrowser } from '../support/killable-browser.ts'
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
import { confidentialOf, expireSessions, stored } from '../support/stored.ts'

test.use({ viewport: PHONE, hasTouch: true })

const BY_ITSELF = { timeout: 60_000 }
const ASK = 'Minta kunjungan rahasia'

let server: ServerProcess
test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(() => server.end())

/** Opens the first household of the list as surveyed, at its problems. @returns the name it goes by */
async function openProblems(page: Page): Promise<string> {
  await householdLinks(page).first().click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
  await goTo(page, 'Masalah')
  return page.getByRole('heading', { level: 1 }).innerText()
}

/** Requests leave by chance; here after the shortest pause. To be called before the page opens. */
async function hurry(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Math.random = () => 0
  })
}

/** Signs in and waits for the case workers' key, which comes after the list of households. */
async function openWithKey(page: Page): Promise<void> {
  await hurry(page)
  const key = page.waitForResponse('**/api/confidential-key')
  await openPhone(page, server.url, 'rina')
  await (await key).finished()
}

async function ask(page: Page, whom: string): Promise<void> {
  await page.getByRole('button', { name: ASK }).click()
  const dialog = page.getByRole('dialog', { name: ASK })
  await dialog.getByRole('radio', { name: whom }).check()
  await dialog.getByRole('button', { name: 'Simpan permintaan' }).click()
  await expect(page.getByText('Permintaan disimpan', { exact: true })).toBeVisible()
  await expect(dialog).toBeHidden()
}

type Row = { readonly keys: readonly string[]; readonly id: string; readonly text: string }

/** The phone's table of what is confidential, as it lies on its disk. */
async function onPhone(page: Page): Promise<readonly Row[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const name = names.find((each) => /^yesjitu-[0-9a-f]{8}-/.test(each))
    if (!name) throw new Error('this phone has no device')
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(new Error('the database does not open')))
    })
    const rows = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const reading = db.transaction('confidential').objectStore('confidential').getAll()
      reading.addEventListener('success', () => resolve(reading.result as Record<string, unknown>[]))
      reading.addEventListener('error', () => reject(new Error('the table cannot be read')))
    })
    db.close()
    return rows.map((row) => ({
      keys: Object.entries(row).flatMap(([key, value]) => (value === '' ? [] : [key])),
      id: String(row['id']),
      text: new TextDecoder().decode(row['body'] as Uint8Array),
    }))
  })
}

/** Each file of the server's data folder but the key, as bytes. */
function serverDisk(): string {
  return readdirSync(server.dataDirectory)
    .filter((name) => name.startsWith('yesjitu.sqlite') && name !== KEY_FILE)
    .map((name) => readFileSync(join(server.dataDirectory, name), 'latin1'))
    .join('\n')
}

test('asked offline, the phone killed, back online: the case worker sees it, and nobody else', async ({
  browser,
}) => {
  const profile = test.info().outputPath('profile')
  const first = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  await openWithKey(first.page)
  await expect(stateLine(first.page)).toContainText('semua terkirim')
  await server.kill()
  const household = await openProblems(first.page)
  const unsent = await stateLine(first.page).innerText()
  await ask(first.page, 'Seluruh rumah tangga')

  const [waiting, ...others] = await onPhone(first.page)
  expect(others).toEqual([])
  expect(waiting?.keys).toEqual(['id', 'size', 'body'])
  expect(Object.keys(JSON.parse(waiting?.text ?? '{}')).sort()).toEqual(['keyId', 'sealed'])
  for (const word of household.split(' ')) expect(waiting?.text).not.toContain(word)
  expect((await stateLine(first.page).innerText()).match(/\d+ belum/)?.[0]).toBe(
    unsent.match(/\d+ belum/)?.[0],
  )
  await first.kill()

  const second = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  try {
    // A cookie may not have reached the disk before the battery went: the request outlives the session.
    await second.page.context().clearCookies()
    await hurry(second.page)
    await second.page.goto(server.url)
    await expect(second.page.getByRole('heading', { name: 'Masalah', level: 2 })).toBeVisible()
    expect((await onPhone(second.page)).map(({ id }) => id)).toEqual([waiting?.id])
    await server.restart()
    await second.page.getByRole('link', { name: 'Masuk lagi' }).first().click(BY_ITSELF)
    await signIn(second.page, 'rina')
    await expect.poll(() => onPhone(second.page), BY_ITSELF).toEqual([])
    await expect(stateLine(second.page)).toContainText('semua terkirim', BY_ITSELF)
    expect(confidentialOf(server)).toEqual([expect.objectContaining({ id: waiting?.id, done_at: null })])
    expect(JSON.stringify(stored(server))).not.toContain(waiting?.id)
    await second.page.goto(new URL('/outbox', server.url).href)
    await expect(second.page.getByText(/rahasia|Permintaan/)).toHaveCount(0)
  } finally {
    await second.close()
    rmSync(profile, { recursive: true, force: true })
  }

  const desk = await browser.newPage({ viewport: DESK })
  await desk.goto(server.url)
  await signIn(desk, 'peksos')
  const request = desk.getByRole('listitem').filter({ hasText: household })
  await expect(request).toContainText('Sukarasa')
  expect(await desk.title()).not.toContain(household)
  await request.getByRole('button', { name: 'Sudah dikunjungi' }).click()
  await expect(desk.getByRole('region', { name: /^Sudah dikunjungi/ })).toContainText(household)
  await desk.getByRole('button', { name: 'Urungkan' }).click()
  await expect(desk.getByRole('region', { name: /^Belum dikunjungi/ })).toContainText(household)
  expect(confidentialOf(server)).toEqual([expect.objectContaining({ done_at: null })])
  await desk.close()
})

test('a name that stands nowhere else is on neither disk in the clear', async ({ page, context }) => {
  const planted = 'Zulaikha Tersembunyi'
  await openWithKey(page)
  await expect(stateLine(page)).toContainText('semua terkirim')
  await context.setOffline(true)
  await openProblems(page)
  // The survey's own answers hold the name, and wait: what reaches the server is the request alone.
  await page.route('**/api/sync', (route) => route.abort())
  await goTo(page, 'Alamat')
  await page.getByRole('button', { name: 'Ubah' }).first().click()
  await page.getByRole('textbox', { name: 'Alamat' }).fill(planted)
  await saved(page)
  await goTo(page, 'Masalah')
  await ask(page, 'Seluruh rumah tangga')
  for (const { text } of await onPhone(page)) expect(text).not.toContain('Zulaikha')
  await context.setOffline(false)
  await expect.poll(() => onPhone(page), BY_ITSELF).toEqual([])
  expect(confidentialOf(server)).toHaveLength(1)
  expect(serverDisk()).not.toContain('Zulaikha')
  expect(serverDisk()).toContain(confidentialOf(server)[0]?.id)

  const peksos = await context.browser()?.newPage({ viewport: PHONE })
  if (!peksos) throw new Error('no browser')
  await peksos.goto(server.url)
  await signIn(peksos, 'peksos')
  await expect(peksos.getByText(planted)).toBeVisible()
  await peksos.close()
})

test('without the key it is said that one connection is needed; signed out, that it waits', async ({
  page,
  context,
}) => {
  await page.route('**/api/confidential-*', (route) => route.abort())
  await hurry(page)
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await openProblems(page)
  await page.getByRole('button', { name: ASK }).click()
  await expect(page.getByText('Sambungkan sekali ke internet')).toBeVisible()
  await page.getByRole('button', { name: 'Batal' }).click()
  await page.unroute('**/api/confidential-*')
  await page.reload()
  await expect(stateLine(page)).toContainText('semua terkirim')
  await page.getByRole('button', { name: ASK }).click()
  await expect(page.getByRole('radiogroup', { name: 'Siapa yang dikunjungi?' })).toBeVisible()
  await page.getByRole('button', { name: 'Simpan permintaan' }).click()
  await expect(page.getByText('Pilih dulu siapa yang dikunjungi')).toBeVisible()
  await page.getByRole('button', { name: 'Batal' }).click()

  await context.setOffline(true)
  expireSessions(server)
  await context.setOffline(false)
  await expect(page.getByText('Masuk lagi untuk mengirim')).toBeVisible()
  await page.getByRole('button', { name: ASK }).click()
  const dialog = page.getByRole('dialog', { name: ASK })
  await dialog.getByRole('radio').last().check()
  await dialog.getByRole('button', { name: 'Simpan permintaan' }).click()
  await expect(page.getByText('Permintaan disimpan. Masuk lagi agar terkirim.')).toBeVisible()
  expect(confidentialOf(server)).toEqual([])
  await page.getByRole('link', { name: 'Masuk lagi' }).first().click()
  await signIn(page, 'rina')
  await expect.poll(() => confidentialOf(server).length, BY_ITSELF).toBe(1)
})
