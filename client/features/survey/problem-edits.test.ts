import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { isAnswerOf } from '../../../shared/survey/answer-value.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { answerTo, type Suggestion } from '../../../shared/welfare/suggestions.ts'
import type { Edit } from '../../ports/field-work.ts'
import { undoOf } from './family-edits.ts'
import {
  answerAll,
  askAgain,
  changeSuggestion,
  confirmSuggestion,
  declineSuggestion,
  solved,
  stillThere,
  withdrawn,
} from './problem-edits.ts'

const ID = '01900000-0000-7000-8000-0000000000b1'
const newId = () => ID
const floor: Suggestion = {
  rule: 'floor',
  code: 'kota.rumah_tidak_layak',
  subject: 'household',
  reason: { id: 'lantai tanah', en: 'a floor of earth' },
  from: ['dwelling/floor'],
}
const over = (document: SurveyDocument, known = EMPTY_DOCUMENT) => ({ document, known })
const blank = over(EMPTY_DOCUMENT)
const KNOWN = '01900000-0000-7000-8000-0000000000b9'
/** The register knows of the floor, too. */
const registered = withAnswers(EMPTY_DOCUMENT, [
  [`problems/${KNOWN}/order`, 3],
  [`problems/${KNOWN}/subject`, 'household'],
  [`problems/${KNOWN}/code`, floor.code],
  [`problems/${KNOWN}/severity`, 'sedang'],
  [`problems/${KNOWN}/evidence`, ['dilihat']],
])
const take = (document: SurveyDocument, edits: readonly Edit[]) =>
  withAnswers(
    document,
    edits.map(({ path, to }) => [path, to]),
  )

test.each([
  ['confirmed', confirmSuggestion(floor, blank, newId)],
  ['declined', declineSuggestion(floor, ' lantai ubin ', blank, newId)],
  ['changed', changeSuggestion(floor, ' air ', blank, newId)],
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
  const declined = take(EMPTY_DOCUMENT, declineSuggestion(floor, ' lantai ubin ', blank, newId).edits)
  expect(declined.problems[ID]).toMatchObject({ removed: 'tidak_terbukti', removedWhy: 'lantai ubin' })
  expect(take(declined, askAgain(ID, declined))).toEqual(EMPTY_DOCUMENT)
})

test('confirmed again after it was withdrawn, its former answers come back', () => {
  const recorded = take(EMPTY_DOCUMENT, [
    ...confirmSuggestion(floor, blank, newId).edits,
    { path: `problems/${ID}/severity`, to: 'berat' },
  ])
  const gone = withAnswers(recorded, [[`problems/${ID}/removed`, 'batal']])
  const again = confirmSuggestion(floor, over(gone), () => 'another')
  expect(again.id).toBe(ID)
  expect(take(gone, again.edits)).toEqual(recorded)
})

test('a problem that was rated is never wiped out by looking again', () => {
  const rated = take(EMPTY_DOCUMENT, [
    ...declineSuggestion(floor, 'ubin', blank, newId).edits,
    { path: `problems/${ID}/severity`, to: 'berat' },
  ])
  const again = take(rated, askAgain(ID, rated))
  expect(answerTo(floor, again)).toBeUndefined()
  expect(again.problems[ID]?.severity).toBe('berat')
})

test('an entry that is changed takes its place after the others', () => {
  const document = withAnswers(EMPTY_DOCUMENT, [['problems/p1/order', 4]])
  expect(changeSuggestion(floor, 'air', over(document), newId).edits).toContainEqual({
    path: `problems/${ID}/order`,
    to: 5,
  })
})

test('changed with a reason, the reason stays with the other problem', () => {
  const changed = take(EMPTY_DOCUMENT, changeSuggestion(floor, ' air ', blank, newId).edits)
  expect(changed.problems[ID]).toMatchObject({ rule: 'floor', changedWhy: 'air' })
  expect(changed.problems[ID]).not.toHaveProperty('removed')
})

test('several alike are answered together, each in its place, and undone nothing is left', () => {
  let next = 0
  const ids = () => `01900000-0000-7000-8000-0000000000d${next++}`
  const all = ['member:m1', 'member:m2', 'member:m3'].map((subject) => ({ ...floor, subject }))
  const edits = answerAll(all, blank, (each, before) => declineSuggestion(each, 'ubin', before, ids))
  const answered = take(EMPTY_DOCUMENT, edits)
  expect(Object.values(answered.problems).map(({ order, subject }) => `${order} ${subject}`)).toEqual([
    '1 member:m1',
    '2 member:m2',
    '3 member:m3',
  ])
  expect(all.every((each) => answerTo(each, answered)?.[1].removedWhy === 'ubin')).toBe(true)
  expect(take(answered, undoOf(edits, EMPTY_DOCUMENT))).toEqual(EMPTY_DOCUMENT)
})

test('a suggestion of what the register knows keeps its id, and confirmed, how bad it was', () => {
  const known = over(EMPTY_DOCUMENT, registered)
  const lasting = { order: 3, subject: 'household', code: floor.code }
  const confirmed = take(EMPTY_DOCUMENT, confirmSuggestion(floor, known, newId).edits)
  expect(confirmed.problems).toEqual({ [KNOWN]: { ...lasting, severity: 'sedang', rule: 'floor' } })
  const declined = take(EMPTY_DOCUMENT, declineSuggestion(floor, 'ubin', known, newId).edits)
  expect(declined.problems[KNOWN]).toMatchObject({ ...lasting, removed: 'tidak_terbukti' })
  const changed = take(EMPTY_DOCUMENT, changeSuggestion(floor, 'air', known, newId).edits)
  expect(changed.problems[KNOWN]).toEqual({
    order: 3,
    subject: 'household',
    rule: 'floor',
    suggestedFor: 'household',
    changedWhy: 'air',
  })
  // Withdrawn as another problem, it is not brought back as this one.
  const other = withAnswers(changed, [
    [`problems/${KNOWN}/code`, 'kota.tanpa_jamban'],
    [`problems/${KNOWN}/removed`, 'batal'],
  ])
  expect(confirmSuggestion(floor, over(other, registered), newId).id).toBe(ID)
})

test('still there or solved, what lasts is taken over; taken back, nobody was asked', () => {
  const there = take(EMPTY_DOCUMENT, stillThere(KNOWN, registered))
  expect(there.problems[KNOWN]).toEqual({
    order: 3,
    subject: 'household',
    code: floor.code,
    severity: 'sedang',
  })
  // That a rule once suggested it says nothing any more: nobody is asked why the rule is silent.
  const ruled = withAnswers(registered, [[`problems/${KNOWN}/rule`, 'floor']])
  expect(take(EMPTY_DOCUMENT, stillThere(KNOWN, ruled))).toEqual(there)
  const gone = take(EMPTY_DOCUMENT, solved(KNOWN, registered))
  expect(gone.problems[KNOWN]).toEqual({ ...there.problems[KNOWN], removed: 'teratasi' })
  expect(answerTo(floor, gone)).toBeUndefined()
  for (const answered of [there, gone]) {
    expect(take(answered, withdrawn(KNOWN, answered))).toEqual(EMPTY_DOCUMENT)
  }
})
