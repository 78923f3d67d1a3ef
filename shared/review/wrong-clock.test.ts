import { expect, test } from 'vitest'
import { withAnswers } from '../survey/path.ts'
import { visitDateOf } from '../survey/visit-date.ts'
import { suggestionsFor } from '../welfare/suggestions.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../survey/document.ts'
import { FORM_VERSION } from '../survey/form-version.ts'
import { findingsOf, isComplete } from './findings.ts'

const VISIT = '01900000-0000-7000-8000-0000000000a1'
const CHILD = '01900000-0000-7000-8000-000000000001'
/** a boy of eleven who lives alone, seen with a phone whose clock fell back to 1970 */
const alone: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  members: {
    [CHILD]: { order: 1, relationship: 'kepala', nik: '3273301207150001', birthDate: '2015-07-12', sex: 'L' },
  },
  visits: { [VISIT]: { order: 1, at: '2000-01-02T00:00:00.000Z', result: 'selesai', form: FORM_VERSION } },
}
const TODAY = '1970-01-01'
const of = (document: SurveyDocument) => {
  const date = visitDateOf(document, TODAY)
  return {
    keys: findingsOf(document, EMPTY_DOCUMENT, date).map(({ key }) => key),
    rules: suggestionsFor(document, date).map(({ rule }) => rule),
    findings: findingsOf(document, EMPTY_DOCUMENT, date),
  }
}

test('a wrong clock is said, refuses nothing, and lets nobody be judged by age', () => {
  const { keys, rules, findings } = of(alone)
  expect(findings.find(({ key }) => key === 'clock')).toMatchObject({
    path: `visits/${VISIT}/heldOn`,
    level: 'warning',
    confirmed: null,
  })
  expect(findings.find(({ key }) => key === 'clock')?.text.id).toContain('Jam ponsel salah')
  expect(keys).not.toContain('future')
  expect(rules).not.toContain('old-alone')
  const old = withAnswers(alone, [[`members/${CHILD}/birthDate`, '1915-07-12']])
  expect(of(old).rules).not.toContain('old-alone')
  expect(isComplete(findings.filter(({ key }) => key !== 'missing'))).toBe(true)
})

test('with the day that a person gave nothing is said of the clock, and ages are judged on it', () => {
  const told = withAnswers(alone, [[`visits/${VISIT}/heldOn`, '2026-11-23']])
  expect(of(told).keys).not.toContain('clock')
  const old = withAnswers(told, [[`members/${CHILD}/birthDate`, '1915-07-12']])
  expect(of(old).rules).toContain('old-alone')
  const unborn = withAnswers(told, [[`members/${CHILD}/birthDate`, '2027-01-01']])
  expect(of(unborn).keys).toContain('future')
})

test('a survey of an earlier form has no such question, and is asked nothing new', () => {
  expect(of(withAnswers(alone, [[`visits/${VISIT}/form`, 2]])).keys).not.toContain('clock')
})
