import { expect, test } from '@playwright/test'
import { choose, goTo, householdLinks, openPhone, PHONE, saved, stateLine } from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

test.use({ viewport: PHONE, contextOptions: { reducedMotion: 'reduce' } })

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

const CHILD = '3273301207150001'

test('a phone whose clock fell back says so, guesses no century, and takes the day from a person', async ({
  page,
}) => {
  await openPhone(page, server.url, 'rina')
  await expect(stateLine(page)).toContainText('semua terkirim')
  await page.clock.setFixedTime(new Date(0))
  await householdLinks(page).first().press('Enter')
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await expect(page.getByText(/Jam ponsel salah: betulkan jamnya/)).toBeVisible()

  await goTo(page, 'Anggota')
  await page.getByRole('button', { name: 'Tambah anggota' }).click()
  await page.getByRole('textbox', { name: 'Nama lengkap' }).fill('Anak Baru')
  const nik = page.getByRole('textbox', { name: 'NIK', exact: true })
  await nik.fill(CHILD)
  await saved(page)
  await expect(page.getByRole('radio', { name: 'Laki-laki' })).toBeChecked()
  const year = page.getByRole('textbox', { name: 'Tahun', exact: true })
  await expect(year).toHaveValue('')

  await goTo(page, 'Kunjungan')
  const day = page.getByRole('group', { name: 'Tanggal kunjungan ini' })
  await day.getByRole('textbox', { name: 'Tanggal', exact: true }).fill('23')
  await day.getByRole('textbox', { name: 'Bulan', exact: true }).fill('11')
  await day.getByRole('textbox', { name: 'Tahun', exact: true }).fill('2026')
  await day.getByRole('textbox', { name: 'Tahun', exact: true }).blur()
  await saved(page)
  await expect(page.getByText(/Jam ponsel salah: betulkan jamnya/)).toHaveCount(0)

  await goTo(page, 'Anggota')
  await nik.fill(CHILD.slice(0, -1))
  await nik.fill(CHILD)
  await expect(year).toHaveValue('2015')
  await expect(page.getByText('11 tahun').first()).toBeVisible()
})
