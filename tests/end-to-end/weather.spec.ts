import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { openBadWay, WEATHERS, type BadWay } from '../support/bad-way.ts'
import { killableBrowser } from '../support/killable-browser.ts'
import { choose, goTo, householdLinks, openPhone, PHONE, saved, stateLine } from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { stored } from '../support/stored.ts'

test.use({ viewport: PHONE, hasTouch: true })

/** The longest that a phone waits before it tries again by itself, and a little more. */
const BY_ITSELF = { timeout: 60_000 }
const ROOFS = ['Seng', 'Asbes', 'Beton', 'Genteng']

let server: ServerProcess
let way: BadWay
test.beforeAll(async () => {
  server = await startServer()
  way = await openBadWay(server.url)
})
test.afterAll(async () => {
  await way.end()
  await server.end()
})

async function visit(page: Page, place: number): Promise<void> {
  await householdLinks(page).nth(place).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
  await goTo(page, 'Rumah tinggal')
}

function expectEachChangeOnce(before: number): void {
  const { changes, quarantined } = stored(server)
  expect(changes.length).toBeGreaterThan(before)
  for (const device of new Set(changes.map((change) => change.device))) {
    const own = changes.filter((change) => change.device === device)
    expect(own.map(({ deviceSeq }) => deviceSeq)).toEqual(own.map((_, index) => index + 1))
  }
  expect(quarantined).toBe(0)
}

test('whatever the way does to a sync, each answer arrives once', async ({ page, context }) => {
  await openPhone(page, way.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await visit(page, 0)
  for (const [index, weather] of WEATHERS.entries()) {
    await test.step(weather, async () => {
      const before = stored(server).changes.length
      await context.setOffline(true)
      await choose(page, 'Jenis atap terluas', ROOFS[index % ROOFS.length] ?? '')
      await saved(page)
      await expect(stateLine(page)).toContainText('1 belum terkirim')
      const happened = way.next(weather)
      await context.setOffline(false)
      await happened
      await expect(stateLine(page)).toContainText('semua terkirim', BY_ITSELF)
      expectEachChangeOnce(before)
    })
  }
  expect(stored(server).documents).toEqual([expect.objectContaining({ dwelling: { roof: 'beton' } })])
})

/** A phone whose browser was closed once, as one does: a browser killed right after a sign-in may not know of it. */
async function phoneWithProfile(profile: string, place: number): Promise<void> {
  const phone = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  await openPhone(phone.page, way.url, 'rina')
  await expect(stateLine(phone.page)).toContainText('semua terkirim')
  await visit(phone.page, place)
  await expect(stateLine(phone.page)).toContainText('semua terkirim', BY_ITSELF)
  await phone.close()
}

test('a browser killed in the middle of a sync: what the server had already is not sent as new', async () => {
  const profile = test.info().outputPath('profile')
  await phoneWithProfile(profile, 1)
  const before = stored(server).changes.length
  const first = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  await first.page.goto(way.url)
  await first.page.context().setOffline(true)
  await choose(first.page, 'Jenis atap terluas', 'Seng')
  await saved(first.page)
  await expect(stateLine(first.page)).toContainText('1 belum terkirim')
  const answered = way.holdNext()
  await first.page.context().setOffline(false)
  await answered
  await first.kill()
  expect(stored(server).changes).toHaveLength(before + 1)

  const second = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  try {
    await second.page.goto(way.url)
    await expect(stateLine(second.page)).toContainText('semua terkirim', BY_ITSELF)
    await expect(second.page.getByRole('radio', { name: 'Seng', exact: true })).toBeChecked()
    expectEachChangeOnce(before)
  } finally {
    await second.close()
    rmSync(profile, { recursive: true, force: true })
  }
})

test('a full phone says so and claims nothing; with room again it saves', async () => {
  const profile = test.info().outputPath('profile')
  await phoneWithProfile(profile, 2)
  const full = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  const session = await full.page.context().newCDPSession(full.page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: way.url, quotaSize: 1 })
  await full.page.goto(way.url)
  await choose(full.page, 'Jenis atap terluas', 'Seng')
  await expect(full.page.getByText(/Penyimpanan penuh/).first()).toBeVisible()
  await expect(full.page.getByRole('radio', { name: 'Seng', exact: true })).toBeChecked()
  await expect(full.page.getByText('Tersimpan', { exact: true })).toHaveCount(0)
  await full.close()

  const roomy = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  try {
    await roomy.page.goto(way.url)
    await choose(roomy.page, 'Jenis atap terluas', 'Seng')
    await saved(roomy.page)
    await expect(stateLine(roomy.page)).toContainText('semua terkirim', BY_ITSELF)
  } finally {
    await roomy.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
