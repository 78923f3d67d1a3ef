import { expect, test } from 'vitest'
import { completeSurvey } from '../../tests/support/answers.ts'
import { fillSurvey, VISITED_AT } from '../../tests/support/fill-survey.ts'
import { listedHousehold } from '../../tests/support/listed.ts'
import { foldHousehold } from '../register/fold.ts'
import { findingsOf, isComplete, isSettled } from '../review/findings.ts'
import { entriesOf, type Answer, type ProblemAnswers, type SurveyDocument } from '../survey/document.ts'
import { withAnswers } from '../survey/path.ts'
import { knownProblemOf } from './known-problems.ts'
import { suggestionPath } from './suggestion-warnings.ts'

const { known: listed } = listedHousehold('Aminah')
const [head = '', child = ''] = Object.keys(listed.members)
const family = listed.members[head]?.family ?? ''
const DAY = VISITED_AT.slice(0, 10)
const HUNGER: ProblemAnswers = {
  order: 1,
  subject: 'household',
  code: 'kota.kebutuhan_pangan',
  severity: 'berat',
  needs: ['jaminan'],
}

/** A household of the register, with these problems. */
const registered = (problems: Readonly<Record<string, ProblemAnswers>>): SurveyDocument => ({
  ...listed,
  problems,
})
const answered = (document: SurveyDocument, id: string, fields: Readonly<Record<string, Answer>>) =>
  withAnswers(
    document,
    Object.entries(fields).map(([field, to]) => [`problems/${id}/${field}`, to]),
  )
const asked = (document: SurveyDocument, known: SurveyDocument) =>
  findingsOf(document, known, DAY).flatMap(({ path, key }) => (key === 'photo' ? [] : [`${key} ${path}`]))

const known = registered({ p1: HUNGER })
const visited = fillSurvey(listed)

test('what the register knows is asked about once, and holds nobody back at the server', () => {
  expect(asked(visited, known)).toEqual(['known-problem problems/p1'])
  expect(isComplete(findingsOf(visited, known, DAY))).toBe(true)
  expect(isSettled(findingsOf(visited, known, DAY))).toBe(false)
})

test.each([
  ['still there', {}, [HUNGER.code]],
  ['solved', { removed: 'teratasi' }, []],
  ['entered by mistake', { removed: 'batal' }, []],
])('%s, nobody asks any more, and the register says so', (_, more, codes) => {
  const document = answered(visited, 'p1', { ...(HUNGER as Record<string, Answer>), ...more })
  expect(asked(document, known)).toEqual([])
  const { document: folded } = foldHousehold(
    { document: known, state: 'present', goneReason: null },
    document,
  )
  expect(entriesOf(folded.problems).map(([, { code }]) => code)).toEqual(codes)
})

test('what the answers suggest anew is asked about there alone', () => {
  const hungry = withAnswers(visited, [['economy/hunger', 'ya']])
  const suggestion = { subject: 'household', rule: 'hunger', code: 'kota.kebutuhan_pangan' }
  expect(asked(hungry, known)).toEqual([`suggestion ${suggestionPath(suggestion)}`])
  expect(knownProblemOf(suggestion, known)).toEqual(['p1', HUNGER])
  // Solved, and still suggested: somebody has to look at that.
  const solved = answered(hungry, 'p1', { ...(HUNGER as Record<string, Answer>), removed: 'teratasi' })
  expect(asked(solved, known)).toEqual([`suggestion ${suggestionPath(suggestion)}`])
})

test('nobody is asked about people who left, nor about what no enumerator may read', () => {
  const of = (subject: string, code = 'ppks.pemulung') => registered({ p1: { order: 1, subject, code } })
  expect(asked(visited, of(`member:${child}`))).toEqual(['known-problem problems/p1'])
  const left = withAnswers(visited, [[`members/${child}/removed`, 'pindah']])
  expect(asked(left, of(`member:${child}`))).toEqual([])
  expect(asked(visited, of(`family:${family}`))).toEqual(['known-problem problems/p1'])
  expect(asked(visited, of('family:another'))).toEqual([])
  expect(asked(visited, of(`member:${head}`, 'no.such.code'))).toEqual([])
})

test('neither the first questionnaire nor a house that was not met asks about them', () => {
  expect(asked(completeSurvey(listed), known)).toEqual([])
  const [visit = ''] = Object.keys(visited.visits)
  expect(asked(withAnswers(visited, [[`visits/${visit}/result`, 'pindah']]), known)).toEqual([])
})
