import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { choose, goTo, householdLinks, openPhone, PHONE, saved, stateLine } from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { stored } from '../support/stored.ts'

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

test('[V5] a new version waits while a survey is open, is offered after it, and finds its answers', async ({
  page,
}) => {
  await openSurvey(page)
  appendFileSync(join(client, 'sw.js'), '\n// A later version.\n')
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const waits = () => registration.waiting !== null
    while (!waits()) await new Promise((resume) => requestAnimationFrame(resume))
  })
  await choose(page, 'Jenis atap terluas', 'Seng')
  await saved(page)
  await expect(page.getByText('Versi baru siap dipakai')).toHaveCount(0)
  await page.getByRole('link', { name: 'Kembali' }).first().click()
  await expect(page.getByText('Versi baru siap dipakai')).toBeVisible()
  await page.getByRole('button', { name: 'Perbarui' }).click()
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.waiting === null && registration.active?.state === 'activated'
  })
  await expect(page.getByText('Versi baru siap dipakai')).toHaveCount(0)
  await expect(stateLine(page)).toContainText('semua terkirim')
  expect(floors()).toEqual(['tanah'])
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
