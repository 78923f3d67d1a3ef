import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { nameOf } from '../../shared/survey/document.ts'
import { withAnswers } from '../../shared/survey/path.ts'
import { EXPECTED_PHOTOS, PHOTO_KINDS } from '../../shared/survey/sections/closing.ts'
import { cuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts'
import { familyCard, ordinaryFamily } from '../support/families.ts'
import { createHand } from '../support/hand.ts'
import { importList } from '../support/import-list.ts'
import { DESK, householdLinks, openPhone, PHONE, signIn, stateLine } from '../support/people.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { fillSections, nextSection, submit, type Household } from '../support/survey-pages.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const LISTED = familyCard(4)
const household = nameOf(LISTED)
const AT_HOME: Household = {
  survey: withAnswers(ordinaryFamily(4), [
    ['location/position', null],
    ['location/positionMissing', 'tidak_ada_sinyal'],
  ]),
  listed: LISTED,
  photos: 'impossible',
}
const LABELS = EXPECTED_PHOTOS.map((kind) => PHOTO_KINDS.find(({ key }) => key === kind)?.text.id ?? '')

let server: ServerProcess
let proxy: CuttingProxy
let phone: Page

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  await importList(server, LISTED, '2025-10-31')
  proxy = await cuttingProxy(() => server.url)
  phone = await (await browser.newContext({ viewport: PHONE, hasTouch: true })).newPage()
  await openPhone(phone, proxy.url, 'rina')
  await expect(stateLine(phone)).toContainText('semua terkirim')
})
test.afterAll(async () => {
  await phone.context().close()
  await proxy.end()
  await server.end()
})

/** A picture with so much in it that it stays large. */
async function busyPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1600, 1200)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    for (let x = 0; x < 1600; x += 8)
      for (let y = 0; y < 1200; y += 8) {
        context.fillStyle = `hsl(${Math.random() * 360} 60% ${30 + Math.random() * 40}%)`
        context.fillRect(x, y, 8, 8)
      }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  return Buffer.from(base64, 'base64')
}

const toOutbox = () => phone.goto(`${proxy.url}/outbox`)
const photoSection = () => phone.getByRole('region', { name: 'Foto', exact: true })
const sent = (method: string) =>
  proxy.passed.filter((one) => one.method === method && one.path !== '/api/sync')
const uploads = () => proxy.passed.filter(({ path }) => path.startsWith('/api/uploads'))

test('[A1] photos are taken without a network, and the outbox says how many wait, how large, and behind what', async () => {
  await phone.context().setOffline(true)
  await householdLinks(phone).filter({ hasText: household }).first().click()
  await fillSections(createHand(phone), AT_HOME, { from: 'visit', to: 'closing' })
  for (const label of LABELS) {
    const slot = phone.getByRole('group', { name: label })
    const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await busyPicture(phone) }
    await slot.locator('input[type=file]').setInputFiles(file)
    await expect(slot.getByText('Foto tersimpan di ponsel ini')).toBeVisible()
  }
  const hand = createHand(phone)
  await nextSection(hand, 'Periksa dan serahkan')
  await submit(hand)
  await toOutbox()
  await expect(photoSection().getByText(/^3 foto, \d+ KB menunggu$/)).toBeVisible()
  await expect(photoSection().getByRole('link', { name: household })).toContainText('menunggu surveinya')
  expect(await auditScreen(phone, { names: [household], isField: true })).toEqual([])
})

test('[A1][A3] the survey goes first, then the photos; one is cut in the middle, and after a reload it goes on from there', async () => {
  proxy.cutAfter(1)
  await phone.context().setOffline(false)
  await expect.poll(proxy.isCut).toBe(true)
  await expect(photoSection().getByText(/Dicoba lagi sendiri/)).toBeVisible()
  await expect(stateLine(phone)).toContainText(`${LABELS.length} foto menunggu`)
  const firstOf = (path: string) =>
    proxy.passed.findIndex((one) => one.method === 'POST' && one.path === path)
  expect(firstOf('/api/uploads')).toBeGreaterThan(firstOf('/api/sync'))
  const before = uploads().length
  const place = sent('PATCH')[0]?.path

  proxy.mend()
  await toOutbox()
  // A page that was just opened has not counted its photos yet.
  await expect.poll(() => uploads().length, { timeout: 60_000 }).toBeGreaterThan(before + 1)
  await expect(photoSection().getByText('Tidak ada foto yang menunggu')).toBeVisible({ timeout: 60_000 })
  const [head, patch] = uploads().slice(before)
  expect(head).toMatchObject({ method: 'HEAD', path: place })
  expect(patch).toMatchObject({ method: 'PATCH', path: place })
  expect(patch?.offset).toBeGreaterThanOrEqual(64 * 1024)
})

test('[A2] what arrived is what was taken, by its name', () => {
  const folder = join(server.dataDirectory, 'attachments')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files).toHaveLength(LABELS.length)
  for (const { parentPath, name } of files)
    expect(
      createHash('sha256')
        .update(readFileSync(join(parentPath, name)))
        .digest('hex'),
    ).toBe(name)
})

test('[A6][A7] the supervisor sees the photos in the survey', async ({ page }) => {
  await page.setViewportSize(DESK)
  await page.goto(server.url)
  await signIn(page, 'pengawas')
  await page.getByRole('link', { name: new RegExp(household) }).click()
  for (const label of LABELS) {
    const image = page.getByRole('button', { name: `Perbesar foto ${label}` }).getByRole('img')
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(800)
  }
  await page.getByRole('button', { name: `Perbesar foto ${LABELS[0]}` }).click()
  await expect(page.getByRole('dialog').getByRole('img', { name: LABELS[0] ?? '' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await auditScreen(page, { names: [household], isField: false })).toEqual([])
})
