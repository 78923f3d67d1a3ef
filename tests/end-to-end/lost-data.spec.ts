import { rmSync } from 'node:fs'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
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
import { stored } from '../support/stored.ts'

test.use({ viewport: PHONE, hasTouch: true })

let server: ServerProcess
test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(() => server.end())

const alarm = (page: Page) => page.getByRole('dialog', { name: 'Data di ponsel ini hilang' })

/**
 * A phone that sent work and holds some unsent; its app is closed.
 * @returns how many surveys it says are unsent
 */
async function workedPhone(page: Page, context: BrowserContext): Promise<string> {
  await openPhone(page, server.url, 'rina')
  await visit(page, 0)
  await expect(stateLine(page)).toContainText('semua terkirim', { timeout: 60_000 })
  await page.getByRole('link', { name: 'Kembali' }).first().click()
  await context.setOffline(true)
  await visit(page, 1)
  await page.getByRole('link', { name: 'Kembali' }).first().click()
  await expect(householdLinks(page).first()).toBeVisible()
  await expect(stateLine(page)).toContainText(/\d belum terkirim/)
  const unsent = /(\d) belum terkirim/.exec(await stateLine(page).innerText())?.[1] ?? ''
  await context.setOffline(false)
  // The same origin, without the app.
  await page.goto(`${server.url}/api/health`)
  return unsent
}

async function visit(page: Page, place: number): Promise<void> {
  await householdLinks(page).nth(place).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await goTo(page, 'Rumah tinggal')
  await choose(page, 'Jenis lantai terluas', 'Tanah')
  await saved(page)
}

/** Deletes databases of the origin as a browser does that makes room. */
async function evict(page: Page, which: RegExp): Promise<void> {
  await page.evaluate(async (pattern) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    for (const name of names.filter((each) => new RegExp(pattern).test(each)))
      await new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name)
        deleting.addEventListener('success', resolve)
        for (const event of ['error', 'blocked']) deleting.addEventListener(event, reject)
      })
  }, which.source)
}

async function signInAfterLoss(page: Page): Promise<void> {
  await alarm(page).getByRole('button', { name: 'Lanjut masuk' }).click()
  await expect(alarm(page)).toBeHidden()
  await signIn(page, 'rina')
  await expect(alarm(page)).toContainText('Pengawas Anda sudah diberi tahu lewat server')
  await alarm(page).getByRole('button', { name: 'Saya mengerti' }).click()
  await expect(alarm(page)).toBeHidden()
}

/** The supervisor reads of it and sees to it. */
async function seeTo(context: BrowserContext, words: string): Promise<void> {
  const desk = await context.browser()?.newPage({ viewport: DESK, locale: 'id-ID' })
  if (!desk) throw new Error('no browser')
  await desk.goto(server.url)
  await signIn(desk, 'pengawas')
  const notice = desk.locator('.notice').filter({ hasText: 'Ponsel Rina Marlina kembali kosong' })
  await expect(notice).toContainText(words)
  await notice.getByRole('button', { name: 'Sudah saya urus' }).click()
  await expect(notice).toHaveCount(0)
  const answer = desk.waitForResponse('**/api/lost-phones')
  await desk.reload()
  expect(await (await answer).json()).toEqual({ phones: [] })
  await desk.close()
}

test('[D2] [D3] [D4] a known phone whose database is gone: alarm without a network, another device, the supervisor knows', async ({
  page,
  context,
}) => {
  const unsent = await workedPhone(page, context)
  await evict(page, /^yesjitu-[0-9a-f]{8}-/)
  await context.setOffline(true)
  await page.goto(server.url)
  await expect(alarm(page)).toContainText(`paling banyak ${unsent} survei`)
  await context.setOffline(false)
  await signInAfterLoss(page)

  await visit(page, 2)
  await expect(stateLine(page)).toContainText('semua terkirim', { timeout: 60_000 })
  const { changes, quarantined } = stored(server)
  expect(new Set(changes.map(({ device }) => device)).size).toBe(2)
  expect(quarantined).toBe(0)
  await page.reload()
  await expect(stateLine(page)).toContainText('semua terkirim')
  await expect(alarm(page)).toBeHidden()
  await seeTo(context, `Paling banyak ${unsent} survei belum terkirim`)
})

test('[D1] where all databases are gone, the phone still knows before anybody has signed in', async ({
  page,
  context,
}) => {
  const unsent = await workedPhone(page, context)
  await evict(page, /^yesjitu-/)
  await page.goto(server.url)
  await expect(page.getByRole('textbox', { name: 'Nama pengguna' })).toBeVisible()
  await expect(alarm(page)).toContainText(`paling banyak ${unsent} survei`)
  await signInAfterLoss(page)
  await seeTo(context, `Paling banyak ${unsent} survei belum terkirim`)
})

test('[D1] where the phone remembers nothing, the server does', async ({ page, context }) => {
  await workedPhone(page, context)
  await evict(page, /^yesjitu-[0-9a-f]{8}-/)
  await page.evaluate(() => localStorage.clear())
  await page.goto(server.url)
  await expect(alarm(page)).toContainText('tidak diketahui lagi')
  await signInAfterLoss(page)
  await seeTo(context, 'Berapa survei yang belum terkirim tidak diketahui.')
})

test('signing out is no loss', async ({ page }) => {
  await openPhone(page, server.url, 'rina')
  await visit(page, 0)
  await expect(stateLine(page)).toContainText('semua terkirim', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await expect(page.getByRole('textbox', { name: 'Nama pengguna' })).toBeVisible()
  await page.reload()
  await signIn(page, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await expect(alarm(page)).toBeHidden()
})

async function addPhoto(page: Page, kind: string): Promise<void> {
  await page
    .getByRole('group', { name: kind })
    .locator('input[type=file]')
    .setInputFiles({ name: 'rumah.png', mimeType: 'image/png', buffer: await page.screenshot() })
}

test('a phone with no room left for photos still keeps answers, and says what to do', async () => {
  const profile = test.info().outputPath('profile')
  const roomy = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  await openPhone(roomy.page, server.url, 'rina')
  await visit(roomy.page, 0)
  await goTo(roomy.page, 'Foto dan penutup')
  await addPhoto(roomy.page, 'Rumah dari depan')
  await expect(roomy.page.getByText('Foto tersimpan di ponsel ini')).toBeVisible()
  const { usage = 0 } = await roomy.page.evaluate(() => navigator.storage.estimate())
  const survey = roomy.page.url()
  await roomy.close()

  const full = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  try {
    // What Chrome lets the app write, as if other apps had filled the phone: more lies here already, but less once
    // the reserve of 16 MB is gone. Before the app begins: a browser asks only now and then how much it may write.
    const session = await full.page.context().newCDPSession(full.page)
    const quotaSize = usage - 8_000_000
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize })
    await full.page.goto(survey)
    await goTo(full.page, 'Foto dan penutup')
    await addPhoto(full.page, 'Bagian dalam rumah')
    await expect(full.page.getByText(/Ruang untuk foto di ponsel ini habis/)).toBeVisible()

    await goTo(full.page, 'Rumah tinggal')
    await choose(full.page, 'Jenis atap terluas', 'Seng')
    await saved(full.page)
    await full.page.reload()
    await goTo(full.page, 'Rumah tinggal')
    await expect(full.page.getByRole('radio', { name: 'Seng', exact: true })).toBeChecked()
    await stateLine(full.page)
      .getByRole('link', { name: /terkirim/ })
      .click()
    await expect(full.page.getByText('Tidak ada ruang lagi untuk foto')).toBeVisible()
  } finally {
    await full.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
