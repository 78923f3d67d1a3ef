import { expect, test } from 'vitest'
import { fillSurvey, VISITED_AT } from '../../tests/support/fill-survey.ts'
import { completeSurvey } from '../../tests/support/answers.ts'
import { listedHousehold } from '../../tests/support/listed.ts'
import type { Answer, SurveyDocument } from '../survey/document.ts'
import { findingsOf, isComplete, isSettled } from '../review/findings.ts'
import { withAnswers } from '../survey/path.ts'
import { codeOfRule } from './suggestions.ts'
import { suggestionAt, suggestionPath, suggestionWarnings } from './suggestion-warnings.ts'

const { known } = listedHousehold('Aminah')
const DAY = VISITED_AT.slice(0, 10)
const PROBLEM = '01900000-0000-7000-8000-0000000000b1'
const earth = fillSurvey(known, { 'dwelling/floor': 'tanah' })
const FLOOR = { subject: 'household', rule: 'floor' }

const find = (document: SurveyDocument) =>
  suggestionWarnings(document, known, DAY).map(({ path, key }) => `${key} ${path}`)
const withProblem = (document: SurveyDocument, fields: Readonly<Record<string, Answer>>) =>
  withAnswers(
    document,
    Object.entries(fields).map(([field, to]) => [`problems/${PROBLEM}/${field}`, to]),
  )

test('an open suggestion is a warning that leads to it and blocks nobody at the server', () => {
  expect(find(fillSurvey(known))).toEqual([])
  expect(find(earth)).toEqual([`suggestion ${suggestionPath(FLOOR)}`])
  const findings = findingsOf(earth, known, DAY)
  const finding = findings.find(({ key }) => key === 'suggestion')
  expect(finding).toMatchObject({ level: 'warning', confirmed: null, path: suggestionPath(FLOOR) })
  expect(finding?.text.id).toContain('lantai tanah')
  expect(isComplete(findings)).toBe(true)
  expect(isSettled(findings)).toBe(false)
})

test('answered it is silent', () => {
  const code = 'kota.rumah_tidak_layak'
  expect(find(withProblem(earth, { ...FLOOR, code, severity: 'berat' }))).toEqual([])
  expect(find(withProblem(earth, { ...FLOOR, code, removed: 'tidak_terbukti', removedWhy: 'ubin' }))).toEqual(
    [],
  )
})

test('a problem that was confirmed asks again once its answer is another', () => {
  const recorded = { ...FLOOR, code: 'kota.rumah_tidak_layak', severity: 'berat' }
  const mended = withAnswers(withProblem(earth, recorded), [['dwelling/floor', 'keramik']])
  expect(find(mended)).toEqual([`rule-gone problems/${PROBLEM}/code`])
  // Whoever chose another problem, or thought of it alone, needs no answer to speak for it.
  expect(find(withAnswers(mended, [[`problems/${PROBLEM}/code`, 'kota.tanpa_jamban']]))).toEqual([])
  expect(find(withAnswers(mended, [[`problems/${PROBLEM}/rule`, null]]))).toEqual([])
  expect(find(withAnswers(mended, [[`problems/${PROBLEM}/removed`, 'batal']]))).toEqual([])
})

test('a problem of somebody who left is told once, by the check of its subject', () => {
  const [id = ''] = Object.keys(known.members)
  const recorded = { subject: `member:${id}`, rule: 'school', code: codeOfRule('school') ?? '' }
  const present = withProblem(fillSurvey(known), recorded)
  expect(find(present)).toContain(`rule-gone problems/${PROBLEM}/code`)
  const left = withAnswers(present, [[`members/${id}/removed`, 'pindah']])
  const told = findingsOf(left, known, DAY).filter(({ path }) => path.startsWith(`problems/${PROBLEM}/`))
  expect(told.map(({ key }) => key)).not.toContain('rule-gone')
  expect(told.filter(({ path }) => path.endsWith('/subject'))).toHaveLength(1)
})

test('a survey of the first form is asked about no suggestion', () => {
  const first = withAnswers(completeSurvey(known), [['dwelling/floor', 'tanah']])
  expect(find(first)).toEqual([])
})

test('its path says whose it is and what it suggests', () => {
  const subject = 'member:01900000-0000-7000-8000-000000000001'
  expect(suggestionAt(suggestionPath({ subject, rule: 'school' }))).toEqual({
    subject,
    rule: 'school',
    code: 'kota.putus_sekolah',
  })
  expect(suggestionAt('dwelling/floor')).toBeNull()
  expect(suggestionAt('suggestions/household/unheard-of')).toBeNull()
})

test('where nothing is suggested, no answer has changed', () => {
  const recorded = withProblem(earth, { ...FLOOR, code: 'kota.rumah_tidak_layak', severity: 'berat' })
  const moved = withAnswers(
    recorded,
    Object.keys(recorded.visits).map((visit) => [`visits/${visit}/result`, 'pindah']),
  )
  const gone = (document: SurveyDocument, day: string | null) =>
    suggestionWarnings(document, known, day).filter(({ key }) => key === 'rule-gone')
  expect(gone(moved, DAY)).toEqual([])
  const changed = withAnswers(recorded, [['dwelling/floor', 'keramik']])
  expect(gone(changed, null)).toEqual([])
  expect(gone(changed, DAY)).toHaveLength(1)
})
