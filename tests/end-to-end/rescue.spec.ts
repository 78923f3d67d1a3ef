import { expect, test, type Page } from '@playwright/test'
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

/** Surveys a household of the list, so far as a draft goes. */
async function visit(page: Page, place: number, floor: string): Promise<void> {
  await householdLinks(page).nth(place).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await goTo(page, 'Rumah tinggal')
  await choose(page, 'Jenis lantai terluas', floor)
  await saved(page)
  await page.getByRole('link', { name: 'Kembali' }).first().click()
  await expect(householdLinks(page).first()).toBeVisible()
}

test('[R2] [R4] two surveys that cannot be sent go to the server in a file, and the phone sends them later: once each', async ({
  page,
  context,
  browser,
}) => {
  const key = page.waitForResponse('**/api/rescue-key')
  await openPhone(page, server.url, 'rina')
  await (await key).finished()
  await context.setOffline(true)
  await visit(page, 0, 'Tanah')
  await visit(page, 1, 'Keramik')
  expect(stored(server).changes).toEqual([])

  await stateLine(page)
    .getByRole('link', { name: /belum terkirim/ })
    .click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Buat berkas' }).click()
  const download = await downloading
  await expect(page.getByText('Berkas sudah dibuat')).toBeVisible()
  const path = test.info().outputPath(download.suggestedFilename())
  await download.saveAs(path)

  const desk = await browser.newPage({ viewport: DESK, locale: 'id-ID' })
  await desk.goto(server.url)
  await signIn(desk, 'pengawas')
  const bring = async (words: string) => {
    await desk.getByRole('button', { name: 'Berkas penyelamatan' }).click()
    const dialog = desk.getByRole('dialog', { name: 'Masukkan berkas penyelamatan' })
    await dialog.locator('input[type=file]').setInputFiles(path)
    await dialog.getByRole('button', { name: 'Masukkan', exact: true }).click()
    await expect(dialog).toContainText(words)
    await dialog.getByRole('button', { name: 'Tutup' }).click()
  }
  await bring('Kiriman Rina Marlina sudah masuk')
  const taken = stored(server)
  expect(taken.documents.map(({ dwelling }) => dwelling.floor).sort()).toEqual(['keramik', 'tanah'])
  expect(taken.quarantined).toBe(0)
  await bring('Tidak ada yang baru dari Rina Marlina')

  await context.setOffline(false)
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await expect(stateLine(page)).toContainText('semua terkirim', { timeout: 60_000 })
  const after = stored(server)
  expect(after.changes.slice(0, taken.changes.length)).toEqual(taken.changes)
  expect(after.changes.map(({ deviceSeq }) => deviceSeq)).toEqual(after.changes.map((_, index) => index + 1))
  expect(after.documents).toHaveLength(2)
  expect(after.quarantined).toBe(0)
})
