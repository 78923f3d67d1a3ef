import { expect, type Locator, type Page } from '@playwright/test'
import { parsePlace } from '../../shared/population/place.ts'
import type { Answer } from '../../shared/survey/document.ts'
import { optionsOf, UNSAID, YES_NO, type Question } from '../../shared/survey/question.ts'
import type { Hand } from './hand.ts'

/** Gives one answer as a person does: by the control that bears the question's words. */
export async function giveAnswer(hand: Hand, question: Question, answer: Answer): Promise<void> {
  const { page } = hand
  const name = named(question)
  switch (question.kind) {
    case 'one-of':
    case 'yes-no':
      if (question.kind === 'one-of' && question.picker)
        return hand.pick(page.getByRole('combobox', { name }), optionText(question, answer))
      return hand.tap(radio(page, question, answer))
    case 'many-of':
      for (const key of answer as readonly string[]) {
        const group = page.getByRole('group', { name })
        await hand.tap(group.getByRole('checkbox', { name: optionText(question, key), exact: true }))
      }
      return
    case 'date':
      return giveDate(hand, page.getByRole('group', { name }), String(answer))
    case 'number':
    case 'money':
      if (!isUnsaid(answer)) return hand.type(page.getByRole('textbox', { name }), String(answer))
      return hand.tap(fieldOf(page, question).getByRole('button', { name: unsaidText(answer) }))
    case 'text':
    case 'nik':
    case 'kk':
      return hand.type(page.getByRole('textbox', { name }), String(answer))
    case 'location':
      return takePlace(hand, String(answer))
    default:
      throw new Error(`no way to answer ${question.path} is known here`)
  }
}

/** Rows of a battery: those with an answer of their own line by line, all others by one tap. */
export async function giveBattery(
  hand: Hand,
  rows: readonly { readonly question: Question; readonly answer: Answer }[],
): Promise<void> {
  const { page } = hand
  const [first] = rows
  if (first?.question.kind !== 'one-of' || !first.question.battery) throw new Error('no battery')
  const { rest } = first.question.battery
  for (const { question, answer } of rows.filter((row) => row.answer !== rest.key)) {
    await hand.tap(page.getByRole('button', { name: new RegExp(`^${escaped(question.text.id)}`) }))
    await hand.tap(radio(page, question, answer))
  }
  if (rows.some(({ answer }) => answer === rest.key))
    await hand.tap(page.getByRole('button', { name: rest.text.id }))
}

/** Whether the screen gave this answer by itself: a NIK tells birth date and sex. */
export async function expectGiven(page: Page, question: Question, answer: Answer): Promise<void> {
  if (question.kind === 'date') {
    const year = page.getByRole('group', { name: named(question) }).getByRole('textbox', { name: 'Tahun' })
    return expect(year).toHaveValue(String(answer).slice(0, 4))
  }
  return expect(radio(page, question, answer)).toBeChecked()
}

/** The words of a question, whether or not it has to be answered. */
function named({ text }: Question): RegExp {
  return new RegExp(`^${escaped(text.id)}( \\(tidak wajib\\))?$`)
}

function radio(page: Page, question: Question, answer: Answer): Locator {
  const group = page.getByRole('radiogroup', { name: named(question) })
  return group.getByRole('radio', { name: optionText(question, answer), exact: true })
}

function fieldOf(page: Page, question: Question): Locator {
  return page.locator('.field').filter({ has: page.getByRole('textbox', { name: named(question) }) })
}

async function giveDate(hand: Hand, group: Locator, date: string): Promise<void> {
  const [year = '', month, day] = date.split('-')
  const parts = [
    ['Tanggal', day],
    ['Bulan', month],
    ['Tahun', year],
  ] as const
  for (const [name, digits] of parts) {
    if (digits !== undefined)
      await hand.type(group.getByRole('textbox', { name }), digits === year ? year : String(Number(digits)))
  }
}

/** The browser has to have a place, see {@link placeOf}. */
async function takePlace(hand: Hand, uri: string): Promise<void> {
  if (!parsePlace(uri)) throw new Error(`no place: ${uri}`)
  await hand.tap(hand.page.getByRole('button', { name: 'Ambil lokasi' }))
  await expect(hand.page.getByText('Lokasi diambil')).toBeVisible()
}

/** Where a browser has to be for the answer to come out. */
export function placeOf(uri: string) {
  const place = parsePlace(uri)
  if (!place) throw new Error(`no place: ${uri}`)
  return { latitude: place.latitude, longitude: place.longitude, accuracy: place.accuracyM }
}

function optionText(question: Question, answer: Answer): string {
  const option = optionsOf(question).find(({ key }) => key === answer)
  if (!option) throw new Error(`${question.path} has no option ${String(answer)}`)
  return option.text.id
}

function isUnsaid(answer: Answer): boolean {
  return UNSAID.some((key) => key === answer)
}

function unsaidText(answer: Answer): string {
  return YES_NO.find(({ key }) => key === answer)?.text.id ?? ''
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
