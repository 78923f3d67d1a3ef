import { expect, test } from 'vitest'
import { BEGUN, VISIT_DAY } from '../../../tests/support/arbitrary-visits.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { documentOf, withAnswers } from '../../../shared/survey/path.ts'
import { problemLines } from './problem-lines.ts'
import { ADD_PROBLEM, placeOfWithdrawn, problemPlaces } from './problem-places.ts'

type Problems = Readonly<Record<string, Readonly<Record<string, Answer>>>>

const withProblems = (document: SurveyDocument, problems: Problems) =>
  withAnswers(
    document,
    Object.entries(problems).flatMap(([id, fields]) =>
      Object.entries(fields).map(([field, to]) => [`problems/${id}/${field}`, to] as const),
    ),
  )
const earth = documentOf([...BEGUN, ['dwelling/floor', 'tanah']])
const floor = { subject: 'household', code: 'kota.rumah_tidak_layak', rule: 'floor', severity: 'berat' }
const hunger = { subject: 'household', code: 'kota.kebutuhan_pangan', severity: 'berat' }
const registered = withProblems(EMPTY_DOCUMENT, { k1: hunger })
const FLOOR = 'suggestions/household/floor'

const see = (document: SurveyDocument, known: SurveyDocument, ...answeredHere: readonly string[]) =>
  seeUnfinished([], document, known, answeredHere)
const seeUnfinished = (
  unfinished: readonly string[],
  document: SurveyDocument,
  known: SurveyDocument,
  answeredHere: readonly string[],
) => {
  const places = problemPlaces(
    problemLines(document, VISIT_DAY, known),
    document,
    known,
    new Set(answeredHere),
    new Set(unfinished),
  )
  return [
    ...places.known.map(({ id, state }) => `known ${id} ${state}`),
    ...places.suggestions.map(({ suggestion, state }) => `suggested ${suggestion.rule} ${state.kind}`),
    ...places.groups.flatMap(({ entries }) => entries.map(([id]) => `recorded ${id}`)),
    ...places.declined.map(([id]) => `declined ${id}`),
  ]
}

test('a suggestion stands once: where it was answered, and from the next look on with its subject', () => {
  const recorded = withProblems(earth, { p1: floor })
  expect(see(earth, EMPTY_DOCUMENT)).toEqual(['suggested floor open'])
  expect(see(recorded, EMPTY_DOCUMENT, FLOOR)).toEqual(['suggested floor recorded'])
  expect(see(recorded, EMPTY_DOCUMENT)).toEqual(['recorded p1'])
  const declined = withProblems(earth, { p1: { ...floor, removed: 'tidak_terbukti' } })
  expect(see(declined, EMPTY_DOCUMENT, FLOOR)).toEqual(['suggested floor declined'])
  expect(see(declined, EMPTY_DOCUMENT)).toEqual(['declined p1'])
})

test('another problem in its place stands with its subject at once', () => {
  const changed = withProblems(earth, { p1: { ...floor, code: 'kota.tanpa_jamban' } })
  expect(see(changed, EMPTY_DOCUMENT, FLOOR)).toEqual(['recorded p1'])
})

test('a problem known before stands once, too', () => {
  const visited = documentOf(BEGUN)
  expect(see(visited, registered)).toEqual(['known k1 waiting'])
  const still = withProblems(visited, { k1: hunger })
  expect(see(still, registered, 'k1')).toEqual(['known k1 still-there'])
  expect(see(still, registered)).toEqual(['recorded k1'])
  const solved = withProblems(visited, { k1: { ...hunger, removed: 'teratasi' } })
  expect(see(solved, registered, 'k1')).toEqual(['known k1 solved'])
  expect(see(solved, registered)).toEqual(['recorded k1'])
})

test('what the answers suggest and the register knows stands with the suggestions alone', () => {
  const known = withProblems(EMPTY_DOCUMENT, { k1: { ...floor, rule: 'another' } })
  expect(see(earth, known)).toEqual(['suggested floor open'])
})

test('what has a question left stands where the question is asked, though it was answered here', () => {
  const { severity: _unrated, ...unrated } = hunger
  const still = withProblems(documentOf(BEGUN), { k1: unrated })
  const before = withProblems(EMPTY_DOCUMENT, { k1: unrated })
  expect(seeUnfinished(['k1'], still, before, ['k1'])).toEqual(['recorded k1'])
  const recorded = withProblems(earth, { p1: floor })
  expect(seeUnfinished(['p1'], recorded, EMPTY_DOCUMENT, [FLOOR])).toEqual(['recorded p1'])
})

test('a withdrawn problem leaves the focus with itself, with its suggestion, or with what adds another', () => {
  const after = (problem: Problems[string]) => {
    const document = withProblems(earth, { p1: { ...problem, removed: 'batal' } })
    return placeOfWithdrawn('p1', problemLines(document, VISIT_DAY, EMPTY_DOCUMENT), document)
  }
  expect(after(hunger)).toBe('problems/p1')
  expect(after(floor)).toBe(FLOOR)
  expect(after({ subject: 'household' })).toBe(ADD_PROBLEM)
})
