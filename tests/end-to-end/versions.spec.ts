import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { killableBrowser } from '../support/killable-browser.ts'
import { choose, goTo, householdLinks, openPhone, PHONE, saved, stateLine } from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { stored } from '../support/stored.ts'
import { unwatchedPage } from '../support/unwatched-page.ts'

test.use({ viewport: PHONE })

/** An edit is sent some seconds after it was made. */
const BY_ITSELF = { timeout: 60_000 }

let server: ServerProcess
let client: string
test.beforeEach(async () => {
  client = mkdtempSync(join(tmpdir(), 'yesjitu-client-'))
  cpSync('dist/client', client, { recursive: true })
  server = await startServer({ CLIENT_DIR: client })
})
test.afterEach(async () => {
  await server.end()
  rmSync(client, { recursive: true, force: true })
})

async function openSurvey(page: Page): Promise<void> {
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await householdLinks(page).first().click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await goTo(page, 'Rumah tinggal')
  await choose(page, 'Jenis lantai terluas', 'Tanah')
  await saved(page)
}

/** What is news comes with the next screen: the outbox and the list by turns. */
function isOfferedOnTheList(): boolean {
  const isList = location.pathname === '/'
  if (isList && document.body.innerText.includes('Versi baru siap dipakai')) return true
  document.querySelector<HTMLElement>(isList ? 'a.state-line' : 'header a')?.click()
  return false
}

const floors = () => stored(server).documents.map(({ dwelling }) => dwelling.floor)
const floor = (page: Page) => page.getByRole('radio', { name: 'Tanah', exact: true }).first()

for (const [code, status, words] of [
  ['protocol-too-old', 426, 'Aplikasi perlu diperbarui. Data di perangkat ini tetap aman.'],
  ['protocol-too-new', 501, 'Server perlu diperbarui. Data di perangkat ini tetap aman.'],
] as const) {
  test(`[V4] ${code}: said in words, and what waits is kept until both fit again`, async ({ page }) => {
    await openSurvey(page)
    await expect(stateLine(page)).toContainText('semua terkirim', BY_ITSELF)
    await page.route('**/api/sync', (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: `urn:yesjitu:fault:${code}`, title: words, status, code }),
      }),
    )
    await choose(page, 'Jenis lantai terluas', 'Keramik')
    await saved(page)
    await stateLine(page).locator('a.state-line').click()
    await page.getByRole('button', { name: 'Kirim sekarang' }).click()
    await expect(page.getByText(words)).toBeVisible()
    await expect(stateLine(page)).toContainText('1 belum terkirim')
    await page.unroute('**/api/sync')
    await page.getByRole('button', { name: 'Kirim sekarang' }).click()
    await expect(stateLine(page)).toContainText('semua terkirim')
    expect(floors()).toEqual(['keramik'])
  })
}

test('[V5] a new version waits while a survey is open, is offered after it, and finds its answers', async () => {
  const profile = test.info().outputPath('profile')
  const first = await killableBrowser(profile, { viewport: PHONE, hasTouch: true })
  await openSurvey(first.page)
  const survey = first.page.url()
  await expect(stateLine(first.page)).toContainText('semua terkirim', BY_ITSELF)
  await first.close()

  const page = await unwatchedPage(profile, survey)
  try {
    await page.until(() => document.querySelector<HTMLInputElement>('[value=tanah]')?.checked === true)
    appendFileSync(join(client, 'sw.js'), '\n// A later version.\n')
    await page.run(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
    })
    await page.until(async () => (await navigator.serviceWorker.ready).waiting !== null)
    await page.run(() => document.querySelector<HTMLInputElement>('[value=seng]')?.click())
    await page.until(() => document.querySelector('main')?.innerText.includes('Tersimpan') === true)
    expect(await page.run(() => document.body.innerText)).not.toContain('Versi baru siap dipakai')

    await page.until(isOfferedOnTheList)
    // However far down the list is when it comes back.
    const seen = await page.run(() => {
      scrollTo(0, 600)
      const offer = document.querySelector('.shell-offer')?.getBoundingClientRect()
      const bar = document.querySelector('header')?.getBoundingClientRect()
      return { scrolled: scrollY, top: offer?.top, bar: bar?.bottom ?? 0, bottom: offer?.bottom ?? 0 }
    })
    expect(seen.scrolled).toBeGreaterThan(300)
    // The bar's own line lies over it.
    expect(seen.top).toBe(seen.bar - 1)
    expect(seen.bottom).toBeLessThan(300)
    await page.run(() => {
      document.documentElement.dataset['version'] = 'old'
      const buttons = [...document.querySelectorAll('button')]
      buttons.find(({ textContent }) => textContent === 'Perbarui')?.click()
    })
    await page.until(() => document.documentElement.dataset['version'] === undefined)
    await page.until(() => document.body.innerText.includes('semua terkirim'))
    expect(
      await page.run(async () => {
        const registration = await navigator.serviceWorker.ready
        return [registration.waiting?.state, registration.active?.state]
      }),
    ).toEqual([null, 'activated'])
    expect(await page.run(() => document.body.innerText)).not.toContain('Versi baru siap dipakai')

    // It never comes under a thumb: a screen that stands there is left as it is.
    appendFileSync(join(client, 'sw.js'), '\n// A still later version.\n')
    await page.run(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
    })
    await page.until(async () => (await navigator.serviceWorker.ready).waiting !== null)
    expect(await page.run(() => document.body.innerText)).not.toContain('Versi baru siap dipakai')
    await page.until(isOfferedOnTheList)
    await expect
      .poll(() => stored(server).documents.map(({ dwelling }) => [dwelling.floor, dwelling.roof]))
      .toEqual([['tanah', 'seng']])
  } finally {
    await page.close()
    rmSync(profile, { recursive: true, force: true })
  }
})

test('[V6] a page whose database a newer version took over says so, and nothing of it is lost', async ({
  page,
}) => {
  await openSurvey(page)
  await page.evaluate(async () => {
    const named = (await indexedDB.databases()).find(({ name }) => /^yesjitu-[0-9a-f]{8}-/.test(name ?? ''))
    const request = indexedDB.open(named?.name ?? '', (named?.version ?? 0) + 10)
    await new Promise((resolve, reject) => {
      request.addEventListener('success', resolve)
      request.addEventListener('error', reject)
    })
    request.result.close()
  })
  await expect(page.getByText('Aplikasi sudah diperbarui di tab lain.')).toBeVisible()
  await page.getByRole('button', { name: 'Muat ulang' }).click()
  await expect(page.getByText('Aplikasi sudah diperbarui di tab lain.')).toHaveCount(0)
  await expect(floor(page)).toBeChecked()
  await expect(stateLine(page)).toContainText('semua terkirim')
  expect(floors()).toEqual(['tanah'])
})
