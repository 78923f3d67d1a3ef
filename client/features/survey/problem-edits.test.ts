import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { isAnswerOf } from '../../../shared/survey/answer-value.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { answerTo, type Suggestion } from '../../../shared/welfare/suggestions.ts'
import type { Edit } from '../../ports/field-work.ts'
import { undoOf } from './family-edits.ts'
import { askAgain, changeSuggestion, confirmSuggestion, declineSuggestion } from './problem-edits.ts'

const ID = '01900000-0000-7000-8000-0000000000b1'
const newId = () => ID
const floor: Suggestion = {
  rule: 'floor',
  code: 'kota.rumah_tidak_layak',
  subject: 'household',
  reason: { id: 'lantai tanah', en: 'a floor of earth' },
  from: ['dwelling/floor'],
}
const take = (document: SurveyDocument, edits: readonly Edit[]) =>
  withAnswers(
    document,
    edits.map(({ path, to }) => [path, to]),
  )

test.each([
  ['confirmed', confirmSuggestion(floor, EMPTY_DOCUMENT, newId)],
  ['declined', declineSuggestion(floor, ' lantai ubin ', EMPTY_DOCUMENT, newId)],
  ['changed', changeSuggestion(floor, EMPTY_DOCUMENT, newId)],
])(
  '%s it is answered, in words that the questionnaire takes, and undone nothing is left',
  (_, { id, edits }) => {
    for (const { path, to } of edits) {
      const question = questionAt(path)
      expect([path, question !== undefined && to !== null && isAnswerOf(question, to)]).toEqual([path, true])
    }
    const answered = take(EMPTY_DOCUMENT, edits)
    expect(answerTo(floor, answered)?.[0]).toBe(id)
    expect(take(answered, undoOf(edits, EMPTY_DOCUMENT))).toEqual(EMPTY_DOCUMENT)
  },
)

test('declined with a reason, the reason stays with it', () => {
  const declined = take(
    EMPTY_DOCUMENT,
    declineSuggestion(floor, ' lantai ubin ', EMPTY_DOCUMENT, newId).edits,
  )
  expect(declined.problems[ID]).toMatchObject({ removed: 'tidak_terbukti', removedWhy: 'lantai ubin' })
  expect(take(declined, askAgain(ID, declined))).toEqual(EMPTY_DOCUMENT)
})

test('confirmed again after it was withdrawn, its former answers come back', () => {
  const recorded = take(EMPTY_DOCUMENT, [
    ...confirmSuggestion(floor, EMPTY_DOCUMENT, newId).edits,
    { path: `problems/${ID}/severity`, to: 'berat' },
  ])
  const withdrawn = withAnswers(recorded, [[`problems/${ID}/removed`, 'batal']])
  const again = confirmSuggestion(floor, withdrawn, () => 'another')
  expect(again.id).toBe(ID)
  expect(take(withdrawn, again.edits)).toEqual(recorded)
})

test('a problem that was rated is never wiped out by looking again', () => {
  const rated = take(EMPTY_DOCUMENT, [
    ...declineSuggestion(floor, 'ubin', EMPTY_DOCUMENT, newId).edits,
    { path: `problems/${ID}/severity`, to: 'berat' },
  ])
  const again = take(rated, askAgain(ID, rated))
  expect(answerTo(floor, again)).toBeUndefined()
  expect(again.problems[ID]?.severity).toBe('berat')
})

test('an entry that is changed takes its place after the others', () => {
  const document = withAnswers(EMPTY_DOCUMENT, [['problems/p1/order', 4]])
  expect(changeSuggestion(floor, document, newId).edits).toContainEqual({
    path: `problems/${ID}/order`,
    to: 5,
  })
})
