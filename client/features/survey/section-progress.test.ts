import { expect, test } from 'vitest'
import { fillSurvey, VISITED_AT } from '../../../tests/support/fill-survey.ts'
import { listedHousehold } from '../../../tests/support/listed.ts'
import type { Answer, SurveyDocument } from '../../../shared/survey/document.ts'
import { findingsOf, openFindings } from '../../../shared/review/findings.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import type { SectionKey } from '../../../shared/survey/question.ts'
import { SECTIONS } from '../../../shared/survey/questionnaire.ts'
import { placeOfFinding } from './finding-places.ts'
import { sectionProgress } from './section-progress.ts'
import { stepState } from './section-steps.ts'

const { known } = listedHousehold('Aminah')
const [head = ''] = Object.keys(known.members)
const DAY = VISITED_AT.slice(0, 10)
const whole = fillSurvey(known)
const having = (...answers: (readonly [string, Answer | null])[]) => withAnswers(whole, answers)
const progress = (key: SectionKey, document: SurveyDocument) => {
  const { done, asked } = sectionProgress(key, document, findingsOf(document, known, DAY), DAY)
  return `${done}/${asked}`
}

test('pictures are part of the last section, as long as no reason lets them be missing', () => {
  expect(progress('closing', whole)).toBe('0/3')
  expect(progress('closing', having(['attachments/a1/kind', 'rumah_depan']))).toBe('1/3')
})

test('suggestions count among the problems, and are done once they are answered', () => {
  const earth = having(['dwelling/floor', 'tanah'])
  const floor = [
    ['problems/p1/subject', 'household'],
    ['problems/p1/code', 'kota.rumah_tidak_layak'],
  ] as const
  expect(progress('problems', whole)).toBe('0/0')
  expect(progress('problems', earth)).toBe('0/1')
  expect(progress('problems', withAnswers(earth, floor))).toBe('0/1')
  const rated = withAnswers(earth, [...floor, ['problems/p1/severity', 'berat']])
  expect(progress('problems', rated)).toBe('0/1')
  expect(progress('problems', withAnswers(rated, [['problems/p1/needs', ['tidak_tahu']]]))).toBe('1/1')
})

test('a problem counts once, however much of it is missing', () => {
  expect(progress('problems', having(['problems/p1/order', 1]))).toBe('0/1')
  expect(progress('problems', having(['problems/p1/subject', 'household']))).toBe('0/1')
})

test('a section is done when all that is counted in it is: what is only odd waits on the last page', () => {
  const odd = having([`members/${head}/birthDate`, '1890-01-01'])
  const [done, asked] = progress('members', odd).split('/')
  expect(done).toBe(asked)
  const state = (key: SectionKey | 'check') => stepState(key, odd, findingsOf(odd, known, DAY))
  expect([state('members'), state('check')]).toEqual(['done', 'attention'])
})

test('a wrong answer is not done', () => {
  const [done, asked] = progress('members', whole).split('/')
  expect(done).toBe(asked)
  const wrong = having([`members/${head}/nik`, '123'])
  expect(progress('members', wrong)).toBe(`${Number(done) - 1}/${asked}`)
})

test('what is left in all sections and on the last page is what keeps the survey from being submitted', () => {
  const odd = having(
    ['dwelling/floor', 'tanah'],
    ['dwelling/wall', null],
    [`members/${head}/nik`, '123'],
    [`members/${head}/birthDate`, '1890-01-01'],
  )
  const findings = findingsOf(odd, known, DAY)
  const left = SECTIONS.map(({ key }) => sectionProgress(key, odd, findings, DAY))
    .map(({ done, asked }) => asked - done)
    .reduce((sum, each) => sum + each, 0)
  const onLastPage = findings.map(placeOfFinding).filter(({ step }) => step === 'check').length
  expect(onLastPage).toBeGreaterThan(0)
  expect(left + onLastPage).toBe(openFindings(findings).length)
})
