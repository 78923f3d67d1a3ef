import { rmSync } from 'node:fs'
import { expect, test, type BrowserContext, type Page, type Route } from '@playwright/test'
import { killableBrowser } from '../support/killable-browser.ts'
import {
  choose,
  goTo,
  householdLinks,
  openPhone,
  PHONE,
  saved,
  signIn,
  stateLine,
} from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { expireSessions, stored } from '../support/stored.ts'

test.use({ viewport: PHONE, hasTouch: true })

/** The longest that a phone waits before it tries again by itself, and a little more. */
const BY_ITSELF = { timeout: 60_000 }

let server: ServerProcess
test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(() => server.end())

/** Opens a household of the list, by its place, and says that it was surveyed. */
async function visit(page: Page, place = 0): Promise<void> {
  await householdLinks(page).nth(place).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
}

async function answerFloor(page: Page, floor: string): Promise<void> {
  await goTo(page, 'Rumah tinggal')
  await choose(page, 'Jenis lantai terluas', floor)
  await saved(page)
}

/** A phone that surveyed one household without a network. */
async function phoneWithUnsentWork(page: Page, context: BrowserContext): Promise<void> {
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await context.setOffline(true)
  await visit(page)
  await answerFloor(page, 'Tanah')
  await expect(stateLine(page)).toContainText('1 belum terkirim')
}

test('a session that ends while offline: work goes on, and is sent after signing in again', async ({
  page,
  context,
}) => {
  await phoneWithUnsentWork(page, context)
  expireSessions(server)
  await context.setOffline(false)
  await expect(page.getByText('Masuk lagi untuk mengirim')).toBeVisible()
  await expect(stateLine(page)).toContainText('1 belum terkirim')
  await choose(page, 'Jenis atap terluas', 'Seng')
  await saved(page)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Tanah', exact: true }).first()).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Seng', exact: true })).toBeChecked()
  expect(stored(server).documents).toEqual([])

  await page.getByRole('link', { name: 'Masuk lagi' }).first().click()
  await signIn(page, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  expect(stored(server).documents).toEqual([
    expect.objectContaining({ dwelling: { floor: 'tanah', roof: 'seng' } }),
  ])
})

for (const [when, isForwarded] of [
  ['after it stored the change', true],
  ['before the change reached it', false],
] as const) {
  test(`a server killed in the middle of a sync, ${when}: it is stored once`, async ({ page, context }) => {
    await phoneWithUnsentWork(page, context)
    const killed = new Promise<void>((resolve) => {
      const killThere = async (route: Route) => {
        if (isForwarded) await route.fetch()
        await server.kill()
        await route.abort('connectionreset')
        resolve()
      }
      void page.route('**/api/sync', killThere, { times: 1 })
    })
    await context.setOffline(false)
    await killed
    const before = stored(server).changes
    expect(before.length > 0).toBe(isForwarded)
    await expect(stateLine(page)).toContainText('1 belum terkirim')

    await server.restart()
    await expect(stateLine(page)).toContainText('semua terkirim', BY_ITSELF)
    const after = stored(server)
    // On a slow machine two answers are two changes; each is there once.
    expect(after.changes.map(({ deviceSeq }) => deviceSeq)).toEqual(
      after.changes.map((_, index) => index + 1),
    )
    expect(after.changes.slice(0, before.length)).toEqual(before)
    expect(after.quarantined).toBe(0)
    expect(after.documents).toEqual([expect.objectContaining({ dwelling: { floor: 'tanah' } })])
  })
}

test('a browser killed in the middle of an answer holds all that it said was saved', async () => {
  const profile = test.info().outputPath('profile')
  const first = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  await openPhone(first.page, server.url, 'rina')
  await expect(stateLine(first.page)).toContainText('semua terkirim')
  await server.kill()
  await visit(first.page)
  const note = (page: Page) => page.getByRole('textbox', { name: /Catatan/ })
  let saidSaved = ''
  await first.page.exposeFunction('saySaved', (text: string) => (saidSaved = text))
  await note(first.page).fill('Ketuk lama, tetangga bilang di pasar.')
  await reportSaved(first.page)
  await saved(first.page)
  await note(first.page).pressSequentially(' Kembali sore hari.', { delay: 40 })
  await expect.poll(() => saidSaved).toContain('sore hari.')
  await note(first.page).pressSequentially(' Lalu')
  await first.kill()

  const second = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  try {
    await second.page.goto(server.url)
    await expect(second.page.getByRole('heading', { name: 'Kunjungan', level: 2 })).toBeVisible()
    expect((await note(second.page).inputValue()).startsWith(saidSaved)).toBe(true)
    await expect(second.page.getByRole('radio', { name: 'Selesai didata' })).toBeChecked()
    await expect(stateLine(second.page)).toContainText('1 belum terkirim')
  } finally {
    await second.close()
    rmSync(profile, { recursive: true, force: true })
  }
})

/** Tells the test what stood in the note at each moment when the page began to say "Tersimpan". */
async function reportSaved(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sign = document.querySelector('.save-sign')
    const note = document.querySelector('textarea')
    const { saySaved } = window as unknown as { saySaved: (text: string) => void }
    if (!sign || !note) throw new Error('the survey has no sign or no note')
    new MutationObserver(() => {
      if (sign.textContent?.includes('Tersimpan')) saySaved(note.value.trim())
    }).observe(sign, { childList: true, subtree: true, characterData: true })
  })
}

test('two tabs of one phone with the same work: nothing is lost, each change is stored once', async ({
  page,
  context,
}) => {
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await visit(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await context.setOffline(true)
  await answerFloor(page, 'Tanah')
  await goTo(other, 'Rumah tinggal')
  // What one tab saved, the other shows.
  await expect(other.getByRole('radio', { name: 'Tanah', exact: true }).first()).toBeChecked()
  await choose(other, 'Jenis atap terluas', 'Seng')
  await choose(page, 'Jenis dinding terluas', 'Tembok')
  await Promise.all([saved(page), saved(other)])

  await context.setOffline(false)
  await Promise.all([
    choose(page, 'Sumber air minum utama', 'Leding'),
    choose(other, 'Status kepemilikan rumah', 'Kontrak/sewa'),
  ])
  await Promise.all([saved(page), saved(other)])
  for (const tab of [page, other]) {
    await tab.getByRole('link', { name: /terkirim|Mengirim|Memeriksa/ }).click()
    await tab.getByRole('button', { name: 'Kirim sekarang' }).click()
  }
  // What a tab edits while the other one sends goes by itself some seconds later.
  for (const tab of [page, other])
    await expect(stateLine(tab)).toContainText('semua terkirim', { timeout: 60_000 })

  const { changes, quarantined, documents } = stored(server)
  expect(changes.map(({ deviceSeq }) => deviceSeq)).toEqual(changes.map((_, index) => index + 1))
  expect(new Set(changes.map(({ device }) => device)).size).toBe(1)
  expect(quarantined).toBe(0)
  expect(documents.map(({ dwelling }) => dwelling)).toEqual([
    { floor: 'tanah', roof: 'seng', wall: 'tembok', water: 'leding', tenure: 'kontrak_sewa' },
  ])
})

const WIFI = 'Jaringan ini minta masuk dulu (halaman Wi-Fi).'
for (const [what, contentType, body, words] of [
  ['a Wi-Fi sign-in page', 'text/html', '<h1>Selamat datang di Wi-Fi</h1>', WIFI],
  ['a Wi-Fi sign-in page that calls itself JSON', 'application/json', '<h1>Selamat datang</h1>', WIFI],
  ['the JSON of a Wi-Fi sign-in', 'application/json', '{"login":"http://wifi.example/"}', WIFI],
  ['half a reply', 'application/json', '{"protocol":2,"epoch":"', 'Server tidak terjangkau.'],
] as const) {
  test(`${what} in place of the server’s answer is no sync, and is said in words`, async ({
    page,
    context,
  }) => {
    await phoneWithUnsentWork(page, context)
    await page.route('**/api/sync', (route) => route.fulfill({ status: 200, contentType, body }))
    await context.setOffline(false)
    await stateLine(page)
      .getByRole('link', { name: /belum terkirim/ })
      .click()
    await page.getByRole('button', { name: 'Kirim sekarang' }).click()
    await expect(page.getByText(words)).toBeVisible()
    await expect(stateLine(page)).toContainText('1 belum terkirim')
    expect(stored(server).changes).toEqual([])

    await page.unroute('**/api/sync')
    await page.getByRole('button', { name: 'Kirim sekarang' }).click()
    await expect(stateLine(page)).toContainText('semua terkirim')
    const { changes, quarantined, documents } = stored(server)
    expect(changes.map(({ deviceSeq }) => deviceSeq)).toEqual(changes.map((_, index) => index + 1))
    expect(quarantined).toBe(0)
    expect(documents).toEqual([expect.objectContaining({ dwelling: { floor: 'tanah' } })])
  })
}

test('a busy server is said in words with the time of the next try, which comes by itself', async ({
  page,
  context,
}) => {
  await phoneWithUnsentWork(page, context)
  const body = JSON.stringify({ type: 'urn:yesjitu:fault:busy', title: '', status: 503, code: 'busy' })
  const headers = { 'retry-after': '4', 'content-type': 'application/problem+json' }
  await page.route('**/api/sync', (route) => route.fulfill({ status: 503, headers, body }))
  await context.setOffline(false)
  await expect(stateLine(page)).toContainText('Server sibuk · 1 belum terkirim')
  await stateLine(page)
    .getByRole('link', { name: /belum terkirim/ })
    .click()
  await expect(
    page.getByText(/sedang melayani banyak ponsel.*Dicoba lagi sendiri pukul \d\d\.\d\d\./),
  ).toBeVisible()
  await expect(page.getByText('menunggu server')).toBeVisible()
  expect(stored(server).changes).toEqual([])
  await page.unroute('**/api/sync')
  await expect(stateLine(page)).toContainText('semua terkirim', BY_ITSELF)
  expect(stored(server).changes.length).toBeGreaterThan(0)
})

test('a wrong password, an unknown name and an unreachable server are said in words', async ({ page }) => {
  await page.goto(server.url)
  for (const username of ['rina', 'tidak-ada']) {
    await signIn(page, username, 'salah-sekali')
    await expect(page.getByText('Nama pengguna atau kata sandi salah.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Nama pengguna' })).toHaveValue(username)
  }
  await server.kill()
  await signIn(page, 'rina')
  await expect(page.getByText(/Tidak ada sambungan ke server\. Periksa data seluler/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Nama pengguna' })).toHaveValue('rina')

  await server.restart()
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Rumah tangga', level: 1 })).toBeVisible()
})
