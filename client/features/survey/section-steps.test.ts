import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { findingsOf, type Finding } from '../../../shared/review/findings.ts'
import { entryOfFinding, stepOf } from './finding-places.ts'
import { firstOpenStep, neighbours, stepsAsked, stepState } from './section-steps.ts'

const visited = (result: string): SurveyDocument => ({
  ...EMPTY_DOCUMENT,
  visits: { v1: { order: 1, at: '2026-11-23T02:00:00Z', result } },
})
const findings = (document: SurveyDocument) => findingsOf(document, EMPTY_DOCUMENT, '2026-11-23')

test('a household that was not met is asked nothing but the visit, and can be submitted', () => {
  const document = visited('tidak_ditemukan')
  expect(stepsAsked(document)).toEqual(['visit', 'check'])
  expect(findings(document)).toEqual([])
  expect(firstOpenStep(document, findings(document))).toBe('check')
})

test('a house to be visited again is not submitted: there is no last page', () => {
  const document = visited('tidak_di_rumah')
  expect(stepsAsked(document)).toEqual(['visit'])
  expect(firstOpenStep(document, findings(document))).toBe('visit')
  expect(neighbours('visit', document)).toEqual({ before: null, after: null })
})

test('the survey begins with the visit', () => {
  expect(firstOpenStep(EMPTY_DOCUMENT, findings(EMPTY_DOCUMENT))).toBe('visit')
  expect(stepsAsked(EMPTY_DOCUMENT)).toHaveLength(9)
})

test('a section is open while something is missing, and asks for a look where something is odd', () => {
  const document: SurveyDocument = {
    ...visited('selesai'),
    location: { kelurahan: '32.73.01.1001', rw: '005', rt: '003', address: 'Gg. Mawar 3' },
    members: { m1: { order: 1, name: 'Aminah', nik: '123' } },
  }
  const state = (key: Parameters<typeof stepState>[0]) => stepState(key, document, findings(document))
  expect(state('visit')).toBe('done')
  expect(state('location')).toBe('done')
  expect(state('members')).toBe('attention')
  expect(state('dwelling')).toBe('open')
  expect(state('check')).toBe('open')
  expect(firstOpenStep(document, findings(document))).toBe('members')
})

test('an empty list of problems says nothing before somebody asked, unless something is suggested', () => {
  const document = visited('selesai')
  const state = (key: 'problems' | 'location', asked: boolean, problems: SurveyDocument['problems'] = {}) =>
    stepState(key, { ...document, problems }, [], asked)
  expect(state('problems', false)).toBe('unseen')
  expect(state('problems', true)).toBe('done')
  expect(state('problems', false, { p1: { order: 1 } })).toBe('done')
  expect(state('location', false)).toBe('done')
  const suggestion: Finding = {
    path: 'suggestions/household/floor',
    kind: 'check',
    key: 'suggestion',
    level: 'warning',
    text: { id: 'Disarankan', en: 'Suggested' },
    confirmed: null,
  }
  expect(stepState('problems', document, [suggestion], false)).toBe('attention')
})

test.each([
  ['visits', 'visit', null],
  ['members', 'members', null],
  ['members/m1', 'members', null],
  ['members/m1/nik', 'members', 'm1'],
  ['families/f1', 'members', null],
  ['families/f1/kk', 'members', 'f1'],
  ['dwelling/floor', 'dwelling', null],
  ['problems/p1/code', 'problems', 'p1'],
  ['suggestions/household/floor', 'problems', null],
  ['problems/p1', 'problems', null],
])('%s is mended in %s', (path, step, entry) => {
  expect(stepOf(path)).toBe(step)
  expect(entryOfFinding(path)).toBe(entry)
})

test('back and next lead through what is asked', () => {
  expect(neighbours('visit', visited('selesai'))).toEqual({ before: null, after: 'location' })
  expect(neighbours('visit', visited('pindah'))).toEqual({ before: null, after: 'check' })
  expect(neighbours('check', visited('pindah'))).toEqual({ before: 'visit', after: null })
})
