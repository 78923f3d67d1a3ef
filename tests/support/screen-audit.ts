import axe, { type AxeResults } from 'axe-core'
import type { Page } from '@playwright/test'
import { DESK, PHONE } from './people.ts'

/** Dark and sun change nothing but colours: only what is said about colours is asked again. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const SMALLEST_TEXT_PX = 16
const SMALLEST_TARGET_PX = 44

export type Audited = {
  /** of the people whose data is on the screens; none may stand in a title, which lands in the history */
  readonly names: readonly string[]
  /** an enumerator works with a thumb, in the sun: targets are large */
  readonly isField: boolean
}

/**
 * What is wrong with the screen that is open: in both sizes, light and dark, with text twice as large, in both languages.
 * Leaves it in the phone's size, light and in Indonesian.
 * @returns one line for each finding, empty where there is none
 */
export async function auditScreen(page: Page, audited: Audited): Promise<readonly string[]> {
  const found: string[] = []
  const look = async (where: string, rules?: readonly string[]) => {
    for (const line of await axeFindings(page, rules)) found.push(`${where}: ${line}`)
  }
  const measure = async (where: string) => {
    for (const line of await layoutFindings(page, audited)) found.push(`${where}: ${line}`)
  }
  for (const [size, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport)
    await settle(page)
    await look(`${size} light`)
    await measure(`${size} light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await settle(page)
    await look(`${size} dark`, COLOUR_RULES)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await setTextSize(page, '200%')
  for (const line of await layoutFindings(page, { ...audited, isField: false })) {
    found.push(`phone, text of 200 %: ${line}`)
  }
  await setTextSize(page, '')
  await switchLanguage(page)
  await look('phone light English')
  await measure('phone light English')
  await page.setViewportSize(DESK)
  await settle(page)
  await measure('desk light English')
  await page.setViewportSize(PHONE)
  await switchLanguage(page)
  return found
}

/** What the phone's own setting for larger text does to the page. */
async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize
  }, size)
  await settle(page)
}

/** Two frames: styles and sizes of the last change hold. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

async function axeFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Brought in once a page, and not once a look as axe's own package for Playwright does: that took most of the time.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(runAxe, rules ? [...rules] : null)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, all, none }) => `${id} ${target.join(' ')} ${[...any, ...all, ...none][0]?.message}`,
    ),
  )
}

/** Runs in the page. */
async function runAxe(rules: string[] | null): Promise<AxeResults['violations']> {
  const { axe: inPage } = window as unknown as { readonly axe: typeof axe }
  const { violations } = await inPage.run(document, {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  })
  return violations
}

/** By the menu's own item, or the button of the sign-in screen; behind a dialog too, which a person could not. */
async function switchLanguage(page: Page): Promise<void> {
  const before = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')]
    const button = buttons.find(({ textContent }) =>
      ['English', 'Bahasa Indonesia'].includes(textContent?.trim() ?? ''),
    )
    if (!button) throw new Error('no language switch on this screen')
    const { lang } = document.documentElement
    button.click()
    return lang
  })
  await page.waitForFunction((lang) => document.documentElement.lang !== lang, before)
  await settle(page)
}

async function layoutFindings(page: Page, { names, isField }: Audited): Promise<readonly string[]> {
  const title = (await page.title()).toLowerCase()
  const named = names
    .filter((name) => title.includes(name.toLowerCase()))
    .map(() => 'the title names a person')
  const limits = { textPx: SMALLEST_TEXT_PX, targetPx: isField ? SMALLEST_TARGET_PX : 0 }
  return [...named, ...(await page.evaluate(measureLayout, limits))]
}

/** Runs in the page. */
function measureLayout({ textPx, targetPx }: { textPx: number; targetPx: number }): readonly string[] {
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 40)}`
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.visually-hidden, .skip') === null

  function wide(): string[] {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const widest = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .slice(0, 3)
    return [`${scrollWidth} px in a page of ${clientWidth} px: ${widest.map(nameOf).join(' | ')}`]
  }

  function smallTexts(): string[] {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small = new Set<string>()
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement
      if (!element || text.textContent?.trim() === '' || !isSeen(element)) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size < textPx) small.add(`text of ${size} px in ${nameOf(element)}`)
    }
    return [...small]
  }

  function smallTargets(): string[] {
    const targets = document.querySelectorAll('a[href], button, input, select, textarea, summary')
    return [...targets].filter(isSeen).flatMap((target) => {
      // The whole row of a choice is its target.
      const pressed = (target.matches('input') && target.closest('label')) || target
      const { height } = pressed.getBoundingClientRect()
      const isInText = getComputedStyle(target).display === 'inline' && target.matches('p a, li a')
      return height > 0 && height < targetPx && !isInText
        ? [`target of ${height.toFixed(0)} px: ${nameOf(target)}`]
        : []
    })
  }

  return [...wide(), ...smallTexts(), ...smallTargets()]
}
