import { expect, type Page } from '@playwright/test'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import { questionAt, sectionsOf } from '../../shared/survey/questionnaire.ts'
import { createHand } from '../../tests/support/hand.ts'
import { goTo, householdLinks, searchField } from '../../tests/support/people.ts'
import { fillSurvey, lookOver, submit } from '../../tests/support/survey-pages.ts'
import type { Measurement } from '../figure.ts'
import { watchLongTasks } from './long-tasks.ts'
import { cameraPicture } from './picture.ts'
import { timed, type Sign } from './stopwatch.ts'

/** Of a household's one family card. */
export function cardNumber({ families }: SurveyDocument): string {
  return Object.values(families)[0]?.kk ?? ''
}

type Report = (measurement: Measurement) => void
type Family = { readonly survey: SurveyDocument; readonly listed: SurveyDocument }

const TOO_LONG_MS = 200
const ROUNDS = 5
const KEYS = 40
const PHOTOS = 6
const SAVED: Sign = { selector: '[role=status]', text: 'Tersimpan' }
const LIST: Sign = { selector: 'main a[href="/households/new"]' }

/** A whole survey of a large family, and then each of its waits by itself. */
export async function measureSurvey(page: Page, family: Family, report: Report): Promise<void> {
  const hand = createHand(page)
  const open = () => openHousehold(page, cardNumber(family.listed))
  const longTasks = await watchLongTasks(page)
  await open()
  await fillSurvey(page, { ...family, photos: 'taken' }, hand)
  await submit(hand)
  const { tasks, own } = await longTasks()
  const tooLong = (lengths: readonly number[]) => lengths.filter((ms) => ms > TOO_LONG_MS).length
  const over = `over ${TOO_LONG_MS} ms in a whole survey`
  report({ name: `tasks ${over}`, unit: 'tasks', samples: [tooLong(tasks)], reach: { atMost: 0 } })
  report({
    name: `frames whose own scripts and layout took ${over}`,
    unit: 'frames',
    samples: [tooLong(own)],
  })
  report({ name: 'long tasks (50 ms and more)', unit: 'ms', samples: [0, ...tasks] })
  report({ name: 'long frames, own part', unit: 'ms', samples: [0, ...own] })

  await open()
  await page.getByRole('button', { name: 'Perbaiki' }).click()
  await measureSections(page, report)
  await measureTyping(page, report)
  await measurePhotos(page, report)
  await page.getByRole('link', { name: 'Kembali' }).first().click()
}

/** From the tap on "Serahkan" to the frame that shows the list again. */
export async function measureSubmitting(page: Page, cards: readonly string[], report: Report): Promise<void> {
  const hand = createHand(page)
  const samples: number[] = []
  for (const kk of cards) {
    await openHousehold(page, kk)
    await goTo(page, headingOf('closing'))
    await lookOver(hand, { photos: 'impossible' })
    const press = page.getByRole('button', { name: 'Serahkan' })
    // Pressed and no more: to look for the list meanwhile would cost the page more than to draw it.
    samples.push(await timed(page, { from: 'click', until: LIST, drawn: true }, () => press.click()))
    await hand.arrive(page.getByRole('link', { name: 'Rumah baru', exact: true }))
  }
  report({ name: 'submit to the list', unit: 'ms', samples, reach: { atMost: 300 } })
}

async function openHousehold(page: Page, kk: string): Promise<void> {
  await searchField(page).fill(kk)
  await expect(householdLinks(page)).toHaveCount(1)
  await householdLinks(page).click()
  await expect(searchField(page)).toHaveCount(0)
}

function headingOf(key: string): string {
  const section = sectionsOf(FORM_VERSION).find((each) => each.key === key)
  if (!section) throw new Error(`the questionnaire has no section ${key}`)
  return section.text.id
}

/** From the tap on "Lanjut" to the frame that shows the next section. */
async function measureSections(page: Page, report: Report): Promise<void> {
  const hand = createHand(page)
  const [first, ...others] = sectionsOf(FORM_VERSION).map(({ text }) => text.id)
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await goTo(page, first ?? '')
    for (const heading of others) {
      const until = { selector: 'main h2', text: heading }
      const press = page.getByRole('button', { name: 'Lanjut', exact: true })
      samples.push(await timed(page, { from: 'click', until, drawn: true }, () => press.click()))
      await hand.arrive(page.getByRole('heading', { level: 2, name: heading, exact: true }))
    }
  }
  report({ name: 'to the next section of a family of eight', unit: 'ms', samples, reach: { p95AtMost: 100 } })
}

/** Two ways: a person who goes on after the last key, and one who waits until it is saved by itself. */
async function measureTyping(page: Page, report: Report): Promise<void> {
  await goTo(page, headingOf('closing'))
  const field = page.getByRole('textbox', { name: questionAt('visits/*/remarks')?.text.id ?? '' })
  const [left, waited]: [number[], number[]] = [[], []]
  for (let key = 0; key < KEYS; key += 1) {
    await field.press('End')
    await expect(page.getByRole('status').filter({ hasText: 'Tersimpan' })).toBeVisible()
    waited.push(
      await timed(page, { from: 'input', until: SAVED, drawn: false }, () => page.keyboard.press('a')),
    )
    left.push(
      await timed(page, { from: 'focusout', until: SAVED, drawn: false }, async () => {
        await page.keyboard.press('b')
        await page.keyboard.press('Tab')
      }),
    )
  }
  report({
    name: 'save, from leaving a field to durable',
    unit: 'ms',
    samples: left,
    reach: { p95AtMost: 50 },
  })
  report({
    name: 'save, from the last key to durable, its pause of 300 ms with it',
    unit: 'ms',
    samples: waited,
  })
}

/** From a picture that was chosen to a photo that is stored, small and without what a camera writes into it. */
async function measurePhotos(page: Page, report: Report): Promise<void> {
  await goTo(page, headingOf('closing'))
  const buffer = await cameraPicture(page)
  const slot = page.getByRole('group', { name: 'Kartu Keluarga' })
  const samples: number[] = []
  for (let photo = 0; photo < PHOTOS; photo += 1) {
    const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer }
    const until = { selector: '[role=group]', text: 'Foto tersimpan di ponsel ini' }
    samples.push(
      await timed(page, { from: 'change', until, drawn: false }, () =>
        slot.locator('input[type=file]').setInputFiles(file),
      ),
    )
    await slot.getByRole('button', { name: 'Hapus foto' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus foto' }).click()
    await expect(slot.getByText('Foto dihapus')).toBeVisible()
  }
  report({ name: 'photo, from 12 megapixels to stored', unit: 'ms', samples, reach: { atMost: 2000 } })
}
