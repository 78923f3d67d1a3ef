import { expect, test } from '@playwright/test'
import { readFirstLoad } from '../../bench/first-load.ts'
import { choose, householdLinks, PHONE, saved, signIn } from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'

// Without a service worker, which would keep all parts at once.
test.use({ viewport: PHONE, hasTouch: true, serviceWorkers: 'block' })

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

test('the list needs what the budget weighs and nothing else; a screen that cannot come says so', async ({
  page,
}) => {
  const first = new Set(readFirstLoad('dist').files.map((file) => `/${file}`))
  const fetched = new Set<string>()
  await page.route('**/assets/*.{js,css}', (route) => {
    const { pathname } = new URL(route.request().url())
    if (!first.has(pathname)) return route.abort()
    fetched.add(pathname)
    return route.continue()
  })
  await page.goto(server.url)
  await signIn(page, 'rina')
  await expect(householdLinks(page).first()).toBeVisible()
  expect(fetched).toEqual(first)

  await householdLinks(page).first().click()
  await expect(page.getByRole('heading', { name: 'Layar ini belum terunduh' })).toBeVisible()
  await page.unroute('**/assets/*.{js,css}')
  await page.getByRole('button', { name: 'Muat ulang' }).click()
  await choose(page, 'Hasil kunjungan', 'Selesai didata')
  await saved(page)
})

test('English comes when it is chosen, and stays', async ({ page }) => {
  await page.goto(server.url)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.getByRole('textbox', { name: 'User name' }).fill('rina')
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Wrong user name or password.')).toBeVisible()
})
