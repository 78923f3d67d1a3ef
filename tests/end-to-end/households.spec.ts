import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { choose, householdLinks, openPhone, PHONE, searchField, stateLine } from '../support/people.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.describe.configure({ mode: 'serial' })

let server: ServerProcess
let context: BrowserContext
let phone: Page

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  context = await browser.newContext({ viewport: PHONE, hasTouch: true })
  phone = await context.newPage()
  await openPhone(phone, server.url, 'rina')
  await expect(stateLine(phone)).toContainText('semua terkirim')
  await context.setOffline(true)
})
test.afterAll(() => server.end())

/** Name and address of the first household that has both. */
async function firstListed(): Promise<{ readonly name: string; readonly address: string }> {
  const row = householdLinks(phone)
    .filter({ hasText: /NO\.? \d+/ })
    .first()
  const [name = '', , , address = ''] = (await row.innerText())
    .split('\n')
    .filter((line) => line.trim() !== '')
  return { name, address }
}

test('what is searched is what the headings speak of', async () => {
  const main = phone.locator('main')
  const whole = await main.getByText(/^\d+ rumah · \d+ selesai$/).innerText()
  await expect(main.getByText(/^\d+\/\d+ selesai$/).first()).toBeVisible()
  const { name, address } = await firstListed()
  await searchField(phone).fill(`${name} ${address}`)
  await expect(householdLinks(phone)).toHaveCount(1)
  await expect(main.getByText(`1 dari ${whole.split(' ')[0]} rumah`).first()).toBeVisible()
  await expect(main.getByText(/^\d+\/\d+ selesai$/)).toHaveCount(0)
  await expect(main.getByText('1 rumah', { exact: true }).first()).toBeVisible()
  await searchField(phone).fill('')
  await expect(main.getByText(whole, { exact: true })).toBeVisible()
})

test('a row that has just come into sight keeps the focus while the list changes', async () => {
  const edge = householdLinks(phone).nth(4)
  const { y = 0 } = (await edge.boundingBox()) ?? {}
  await phone.setViewportSize({ ...PHONE, height: Math.floor(y) - 4 })
  await phone.evaluate(() => scrollTo(0, 8))
  await edge.evaluate((link) => link.focus({ preventScroll: true }))
  const elsewhere = await context.newPage()
  await elsewhere.goto(server.url)
  await householdLinks(elsewhere).first().press('Enter')
  await choose(elsewhere, 'Hasil kunjungan', 'Selesai didata')
  await expect(phone.getByRole('button', { name: /^Draf/ })).toContainText('1')
  await expect(edge).toBeFocused()
  await elsewhere.close()
  await phone.setViewportSize(PHONE)
})

test('offline, the form of a new household says who is listed at that address already', async () => {
  const { name, address } = await firstListed()
  await phone.getByRole('link', { name: 'Rumah baru', exact: true }).click()
  const kelurahan = phone.getByRole('combobox', { name: 'Kelurahan' })
  if ((await kelurahan.inputValue()) === '') await kelurahan.selectOption({ index: 1 })
  const hint = phone.getByRole('status').filter({ hasText: 'Alamat ini sudah ada di daftar' })
  await phone.getByRole('textbox', { name: 'Alamat' }).fill('Gg. Tidak Ada 999')
  await expect(hint).toHaveCount(0)
  const written = address.toLowerCase().replace(/^gg\./, 'gang').replace(/^jl\./, 'jalan')
  await phone.getByRole('textbox', { name: 'Alamat' }).fill(written)
  await expect(hint).toContainText(name)
  expect(await auditScreen(phone, { names: [name], isField: true })).toEqual([])
  await hint.getByRole('link', { name: `Lihat ${name}` }).click()
  await expect(phone.getByRole('heading', { name, level: 1 })).toBeVisible()
  await phone.goBack()
  await expect(phone.getByRole('textbox', { name: 'Alamat' })).toHaveValue(written)
})
