import { expect, test } from 'vitest'
import { BEGUN, VISIT_DAY } from '../../../tests/support/arbitrary-visits.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { documentOf, withAnswers } from '../../../shared/survey/path.ts'
import { problemLines } from './problem-lines.ts'
import { problemPlaces } from './problem-places.ts'

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

const see = (document: SurveyDocument, known: SurveyDocument, ...answeredHere: readonly string[]) => {
  const places = problemPlaces(
    problemLines(document, VISIT_DAY, known),
    document,
    known,
    new Set(answeredHere),
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
