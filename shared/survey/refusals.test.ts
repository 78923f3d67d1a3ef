import { expect, test } from 'vitest'
import { fillSurvey } from '../../tests/support/fill-survey.ts'
import { listedHousehold } from '../../tests/support/listed.ts'
import { findingsOf, isComplete } from '../review/findings.ts'
import { suggestionsFor } from '../welfare/suggestions.ts'
import { FORM_VERSION } from './form-version.ts'
import { withAnswers } from './path.ts'
import { optionsOf } from './question.ts'
import { questionsIn } from './questionnaire.ts'

const { known } = listedHousehold('Aminah')
const DAY = '2026-11-23'
const [head = ''] = Object.keys(known.members)

/** Told by the enumerator's own eyes or judgement, or given in part: a birth date by its year. */
const NOBODY_IS_ASKED = [
  'members/*/birthDate',
  'problems/*/subject',
  'problems/*/code',
  'problems/*/severity',
]

test('whatever must be answered and is sensitive can be refused', () => {
  const bound = questionsIn(FORM_VERSION).filter(
    (question) =>
      question.required !== undefined &&
      question.sensitivity === 'specific' &&
      !NOBODY_IS_ASKED.includes(question.path) &&
      !optionsOf(question).some(({ key, quiet }) => key === 'menolak' && quiet) &&
      !('mayBeUnsaid' in question && question.mayBeUnsaid),
  )
  expect(bound.map(({ path }) => path)).toEqual([])
})

test('a refusal has no code in any scheme, and of many answers it is the only one', () => {
  const refusable = questionsIn(FORM_VERSION).flatMap((question) => {
    const refusal = optionsOf(question).find(({ key, quiet }) => key === 'menolak' && quiet)
    return refusal ? [{ question, refusal }] : []
  })
  expect(refusable.filter(({ refusal }) => refusal.codes !== undefined)).toEqual([])
  const lists = refusable.filter(({ question }) => question.kind === 'many-of')
  expect(lists.length).toBeGreaterThan(5)
  for (const { question, refusal } of lists) {
    expect(refusal.alone).toBe(true)
    expect(question.checks?.map(({ key }) => key)).toEqual(expect.arrayContaining(['alone', 'refused-alone']))
  }
})

test('who refuses to tell of illness and insurance is asked no more of them, and nothing is suggested', () => {
  const refusing = withAnswers(fillSurvey(known), [
    [`members/${head}/illnesses`, ['menolak']],
    [`members/${head}/insurance`, ['menolak']],
    [`members/${head}/insuranceActive`, null],
  ])
  expect(isComplete(findingsOf(refusing, known, DAY))).toBe(true)
  expect(suggestionsFor(refusing, DAY, known).filter(({ subject }) => subject === `member:${head}`)).toEqual(
    [],
  )
})

test('the privacy notice promises what is true, and keeps its words in surveys that were begun with others', () => {
  const notes = (version: number) => questionsIn(version).filter(({ path }) => path.startsWith('notice/'))
  expect(notes(FORM_VERSION)[0]?.text.id).toContain('boleh menolak menjawab pertanyaan tentang kesehatan')
  expect(notes(2)[0]?.text.id).toContain('boleh tidak menjawab pertanyaan.')
  expect(notes(2)).toHaveLength(notes(FORM_VERSION).length)
})
