import { expect, test, type Page } from '@playwright/test'
import { parseParadata } from '../../shared/survey/paradata.ts'
import {
  choose,
  goTo,
  householdLinks,
  next,
  openPhone,
  PHONE,
  saved,
  settleMembers,
  stateLine,
} from '../support/people.ts'
import { auditScreen } from '../support/screen-audit.ts'
import { stored } from '../support/stored.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.describe.configure({ mode: 'serial' })

let server: ServerProcess
let phone: Page
/** addresses of the first households, in the order of the list */
let doors: string[] = []

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true })
  phone = await context.newPage()
  await openPhone(phone, server.url, 'rina')
  await expect(householdLinks(phone).nth(6)).toBeVisible()
  await expect(stateLine(phone)).toContainText('semua terkirim')
  const links = await householdLinks(phone).evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  )
  doors = links.slice(0, 7)
})
test.afterAll(() => server.end())

const row = (href: string) => phone.locator(`main a[href="${href}"]`)

async function openDoor(href: string): Promise<void> {
  await phone.goto(server.url)
  // By key: a tap on the same point within a blink is kept from the screen that the first one opened.
  await row(href).press('Enter')
}

test('nobody home: the day of the next visit is one tap, and the house waits for it in the list', async () => {
  const [closed = ''] = doors
  await openDoor(closed)
  await choose(phone, 'Hasil kunjungan', 'Tidak ada orang di rumah')
  const leave = phone.getByRole('button', { name: 'Simpan, kunjungi lagi' })
  await leave.click()
  await expect(phone.getByText('Belum diisi').first()).toBeVisible()
  await phone.getByRole('radio', { name: /^Besok/ }).check()
  await saved(phone)
  await leave.click()
  await expect(phone.getByRole('heading', { name: 'Rumah tangga', level: 1 })).toBeVisible()
  await expect(row(closed)).toContainText('Kunjungan ulang')
  await phone.getByRole('button', { name: /^Kunjungan ulang/ }).click()
  await expect(householdLinks(phone)).toHaveCount(1)
  await phone.getByRole('button', { name: /^Semua/ }).click()
})

test('a house to be visited again today says so', async () => {
  const [, , third = ''] = doors
  await openDoor(third)
  await choose(phone, 'Hasil kunjungan', 'Tidak ada orang di rumah')
  await phone.getByRole('radio', { name: /^Hari ini/ }).check()
  await saved(phone)
  await phone.getByRole('button', { name: 'Simpan, kunjungi lagi' }).click()
  await expect(row(third)).toContainText('hari ini')
})

test('opened again it is a new visit; the earlier one is folded, and the survey goes on', async () => {
  const [closed = ''] = doors
  await openDoor(closed)
  await expect(phone.getByText('Kunjungan sebelumnya (1)')).toBeVisible()
  await expect(
    phone.getByRole('radiogroup', { name: 'Hasil kunjungan' }).getByRole('radio', { checked: true }),
  ).toHaveCount(0)
  await choose(phone, 'Hasil kunjungan', 'Selesai didata')
  await next(phone, 'Alamat')
  await phone.getByRole('link', { name: 'Kembali' }).first().click()
  await expect(row(closed)).toContainText('Draf')
})

test('a visit that went faster than anybody can ask says so before it is submitted', async () => {
  const [closed = ''] = doors
  await openDoor(closed)
  await goTo(phone, 'Anggota')
  await settleMembers(phone)
  await goTo(phone, 'Periksa dan serahkan')
  const notices = phone.getByRole('region', { name: 'Sebelum meninggalkan rumah' })
  await expect(notices).toContainText(/\d+ detik untuk \d+ orang/)
  await phone.getByRole('link', { name: 'Kembali' }).first().click()
})

test('three visits in vain offer that nobody is found', async () => {
  const [, , third = ''] = doors
  for (const count of [2, 3]) {
    await openDoor(third)
    await choose(phone, 'Hasil kunjungan', 'Tidak ada orang di rumah')
    await phone.getByRole('radio', { name: /^Hari ini/ }).check()
    await saved(phone)
    if (count === 3) break
    await phone.getByRole('button', { name: 'Simpan, kunjungi lagi' }).click()
  }
  await expect(phone.getByText('Sudah 3 kali tidak ada orang')).toBeVisible()
  await phone.getByRole('button', { name: 'Tidak ditemukan' }).click()
  await next(phone, 'Periksa dan serahkan')
  await phone.getByRole('button', { name: 'Serahkan' }).click()
  await expect(phone.getByText(/diserahkan/)).toBeVisible()
})

/** It is searched among the households of this phone, and chosen; other words let it go again. */
async function chooseAnother(): Promise<void> {
  const said = phone.getByRole('textbox', { name: 'Sudah tercatat di keluarga siapa?' })
  const choice = phone.getByRole('button', { name: /^Pilih / }).first()
  await said.fill('GG.')
  await expect(choice).toBeVisible()
  expect(await auditScreen(phone, { names: [], isField: true })).toEqual([])
  await choice.click()
  await expect(said).toHaveValue(/, RT \d{3}\/RW \d{3}$/)
  await expect(phone.locator(':focus')).toContainText('Dipilih dari daftar')
  await said.fill('JL.')
  await expect(phone.getByText(/^Dipilih dari daftar/)).toHaveCount(0)
  await choice.click()
  await expect(said).toHaveValue(/^.*JL\..*, RT \d{3}\/RW \d{3}$/)
}

const ENDINGS = [
  ['Tidak ditemukan', async () => {}],
  ['Pindah', () => phone.getByRole('textbox', { name: /Pindah ke mana/ }).fill('Cimahi')],
  [
    'Bagian dari rumah tangga lain',
    () => phone.getByRole('textbox', { name: 'Sudah tercatat di keluarga siapa?' }).fill('Dedi, Gg. Mawar 5'),
  ],
  ['Data ganda', chooseAnother],
  ['Menolak didata', () => choose(phone, 'Mengapa menolak', 'Tidak punya waktu')],
] as const

for (const [index, [result, answer]] of ENDINGS.entries()) {
  test(`${result}: its own questions, then straight to the end`, async () => {
    const door = [doors[1], doors[3], doors[4], doors[5], doors[6]][index] ?? ''
    await openDoor(door)
    await choose(phone, 'Hasil kunjungan', result)
    await answer()
    await next(phone, 'Periksa dan serahkan')
    await saved(phone)
    await phone.getByRole('button', { name: 'Serahkan' }).click()
    await expect(phone.getByRole('heading', { name: 'Rumah tangga', level: 1 })).toBeVisible()
    await expect(phone.getByText(/diserahkan/)).toBeVisible()
  })
}

test('what was submitted reaches the server, with how each visit went', async () => {
  await phone.getByRole('button', { name: /^Kirim/ }).click()
  await expect(stateLine(phone)).toContainText('semua terkirim', { timeout: 30_000 })
  const visits = stored(server).documents.flatMap((document) => Object.values(document.visits))
  const moved = visits.find(({ result }) => result === 'pindah')
  const paradata = parseParadata(moved?.paradata ?? '')
  expect(paradata?.sections.visit).toMatchObject({ visits: 1, answered: 2, changed: 0 })
  expect(paradata?.sections.check).toMatchObject({ visits: 1 })
  const double = visits.find(({ result }) => result === 'ganda')
  const named = visits.find(({ result }) => result === 'bagian_rumah_tangga_lain')
  expect(double?.sameHousehold).toMatch(/^[0-9a-f-]{36}$/)
  expect(named).toMatchObject({ sameAs: 'Dedi, Gg. Mawar 5' })
  expect(named).not.toHaveProperty('sameHousehold')
})
