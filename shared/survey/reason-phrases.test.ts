import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAnswerOf } from './answer-value.ts'
import { questionAt } from './questionnaire.ts'
import {
  CHANGE_REASONS,
  DECLINE_REASONS,
  NO_CARD_REASONS,
  NO_VIEW_REASONS,
  ODD_REASONS,
  reasonText,
} from './reason-phrases.ts'

const LISTS = [ODD_REASONS, NO_CARD_REASONS, NO_VIEW_REASONS, DECLINE_REASONS, CHANGE_REASONS]

test('a phrase that was picked is read in both languages, whichever phone picked it', () => {
  for (const { key, text } of LISTS.flat()) expect(reasonText(key)).toEqual(text)
})

test('own words are read as they were typed, those of a phrase among them', () => {
  const own = fc.string().filter((words) => !LISTS.flat().some(({ key }) => key === words))
  fc.assert(
    fc.property(own, (words) => {
      expect(reasonText(words)).toEqual({ id: words, en: words })
    }),
  )
  expect(reasonText('Sudah ditanyakan lagi').en).toBe('Sudah ditanyakan lagi')
})

test.each([
  ['confirmations/*/reason', [...ODD_REASONS, ...NO_CARD_REASONS, ...NO_VIEW_REASONS]],
  ['problems/*/removedWhy', DECLINE_REASONS],
  ['problems/*/changedWhy', CHANGE_REASONS],
])('%s takes each of its phrases as an answer', (path, options) => {
  const question = questionAt(path)
  for (const { key } of options) expect(question && isAnswerOf(question, key)).toBe(true)
})
