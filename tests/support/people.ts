import { expect, type Locator, type Page } from '@playwright/test'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }
const PASSWORD = 'demo-bandung'

/** Signs in on the page that is open, as somebody of the demo. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Nama pengguna' }).fill(username)
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

/** Opens the app, signs in, and waits until the service worker could serve it without a network. */
export async function openPhone(page: Page, url: string, username: string): Promise<void> {
  await page.goto(url)
  await signIn(page, username)
  await expect(page.getByRole('link', { name: 'Rumah baru', exact: true })).toBeVisible()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  })
}

/** The line at the top of the phone that says what was sent. */
export const stateLine = (page: Page): Locator => page.getByRole('banner')

/** Finds households by name, number or address. */
export const searchField = (page: Page): Locator => page.getByRole('search').getByRole('textbox')

/** Households of the list that nobody has visited, in the order shown. */
export const householdLinks = (page: Page): Locator =>
  page.locator('main a[href^="/households/"]:not([href$="/new"])')

export async function next(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
  await expect(page.getByRole('heading', { name: heading, level: 2, exact: true })).toBeVisible()
}

/** Jumps to a section by the list of all sections. */
export async function goTo(page: Page, section: string): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Semua bagian' })
  await sections.locator('summary').click()
  await sections.getByRole('button', { name: section }).click()
  await expect(page.getByRole('heading', { name: section, level: 2, exact: true })).toBeVisible()
}

export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: question })
  await group.getByRole('radio', { name: answer, exact: true }).check()
}

/** Confirms every listed member as unchanged. */
export async function settleMembers(page: Page): Promise<void> {
  const confirm = page.getByRole('region').getByRole('button', { name: /^Masih sama/ })
  for (let left = await confirm.count(); left > 0; left--) {
    await confirm.first().click()
    await expect(confirm).toHaveCount(left - 1)
  }
}

/** What was typed is durable. */
export const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: 'Tersimpan' })).toBeVisible()
