import { expect, test, type Page } from '@playwright/test'
import { assignmentBoardSchema, type Assignment } from '../../shared/api/assignments.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { newId } from '../../server/platform/ids.ts'
import { signIn as signInByApi, siteOf, type Browser } from '../support/browser-session.ts'
import { choose, DESK, openPhone, PHONE, saved, signIn, stateLine } from '../support/people.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' }, trace: 'off' })
test.describe.configure({ timeout: 300_000 })

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

const ADDRESS = 'Gg. Titipan 7'

test('what a phone sends from outside its areas is held, looked at, released, and received', async ({
  page,
  browser,
}) => {
  const admin = await signInByApi(siteOf(server), 'admin', 'demo-bandung', newId<DeviceId>())
  await openPhone(page, server.url, 'rina')
  const taken = await takeAreas(admin, 'rina')
  await sendNow(page)
  await expect(page.getByText('Semua survei sudah diterima server')).toBeVisible()

  // The page was opened while the area was still hers.
  await page.getByRole('link', { name: 'Kembali' }).click()
  await addHousehold(page)
  await sendNow(page)
  const held = page.getByRole('region', { name: 'Ditahan pengawas' })
  await expect(held.getByRole('heading', { name: 'Di luar wilayah tugas Anda' })).toBeVisible()
  await expect(held.getByText('Hubungi pengawas.')).toBeVisible()

  for (const { account, kelurahan, rw } of taken)
    await admin.post('/api/assignments', { account, kelurahan, rw })
  const office = await (await browser.newContext({ viewport: DESK, locale: 'id-ID' })).newPage()
  await office.goto(server.url)
  await signIn(office, 'pengawas')
  await office.getByRole('link', { name: '1 kiriman ditahan' }).click()
  await expect(office.getByRole('heading', { name: 'Kiriman ditahan', level: 1 })).toBeVisible()
  expect(await auditScreen(office, { names: [], isField: false })).toEqual([])
  // Whose household it is, where, and what is said of it, before anything is opened.
  const row = office.getByRole('link', { name: ADDRESS })
  await expect(row).toContainText('RT 002/RW 001')
  await expect(row).toContainText('jawaban: Kunjungan, Alamat')
  await row.click()
  await expect(office.getByRole('heading', { name: ADDRESS, level: 1 })).toBeVisible()
  await expect(office.getByText('Ditahan: di luar wilayah tugas pendata')).toBeVisible()
  expect(await auditScreen(office, { names: [], isField: false })).toEqual([])

  // By keyboard alone, and not without a reason.
  const release = office.getByRole('button', { name: 'Lepas…' })
  await release.focus()
  await office.keyboard.press('Enter')
  const dialog = office.getByRole('dialog', { name: 'Lepas kiriman ini?' })
  await dialog.getByRole('button', { name: 'Lepas', exact: true }).click()
  await expect(dialog.getByText('Pilih alasannya')).toBeVisible()
  await office.keyboard.press('Space')
  expect(await auditScreen(office, { names: [], isField: false })).toEqual([])
  await dialog.getByRole('radio', { name: 'Rumah ini memang tugasnya' }).check()
  await dialog.getByRole('button', { name: 'Lepas', exact: true }).click()
  await expect(office.getByText('Tidak ada yang ditahan')).toBeVisible()
  await office.context().close()

  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await expect(page.getByRole('region', { name: 'Ditahan pengawas' })).toHaveCount(0)
  await expect(page.getByText('Semua survei sudah diterima server')).toBeVisible()
  // A draft that arrived is listed as any other that did.
  const received = page.getByRole('region', { name: 'Diterima server' })
  await expect(received.getByRole('link', { name: `draf, belum diserahkan · ${ADDRESS}` })).toBeVisible()
  await page.getByRole('link', { name: 'Kembali' }).click()
  await expect(page.getByRole('link', { name: ADDRESS })).toContainText('Draf')
})

/** Ends all assignments of an account and gives them. */
async function takeAreas(admin: Browser, username: string): Promise<readonly Assignment[]> {
  const board = assignmentBoardSchema.parse(await (await admin.get('/api/assignments')).json())
  const held = board.accounts.find((account) => account.username === username)?.assignments ?? []
  for (const { id } of held) await admin.delete(`/api/assignments/${id}`)
  return held
}

async function sendNow(page: Page): Promise<void> {
  await stateLine(page).locator('a.state-line').click()
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
}

async function addHousehold(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Rumah baru', exact: true }).click()
  const kelurahan = page.getByRole('combobox', { name: 'Kelurahan' })
  if ((await kelurahan.inputValue()) === '') await kelurahan.selectOption({ index: 1 })
  await page.getByRole('textbox', { name: 'RW' }).fill('1')
  await page.getByRole('textbox', { name: 'RT' }).fill('2')
  await page.getByRole('textbox', { name: 'Alamat' }).fill(ADDRESS)
  await page.getByRole('button', { name: 'Mulai survei' }).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
}
