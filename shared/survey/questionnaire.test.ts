import { expect, test } from 'vitest'
import { completeSurvey } from '../../tests/support/answers.ts'
import { fillSurvey, VISITED_AT } from '../../tests/support/fill-survey.ts'
import { listedHousehold } from '../../tests/support/listed.ts'
import { findingsOf, isComplete } from '../review/findings.ts'
import { answersOf, entryOf, pathOf, withAnswers } from './path.ts'
import { isOptional, optionsOf } from './question.ts'
import { FORM_VERSION } from './form-version.ts'
import { formOf, questionAt, SECTIONS, sectionsOf, upgradeEdits } from './questionnaire.ts'
import { isAnswerOf } from './answer-value.ts'

const { known } = listedHousehold('Aminah')
const DAY = VISITED_AT.slice(0, 10)
const questions = SECTIONS.flatMap((section) => section.questions)

test('every question says why it is asked, in both languages, and how much care it needs', () => {
  for (const { path, text, help, purpose, sensitivity } of questions) {
    const said = [text, purpose, ...(help ? [help] : [])]
    expect([path, said.every(({ id, en }) => id.trim() !== '' && en.trim() !== '')]).toEqual([path, true])
    expect(['none', 'general', 'specific']).toContain(sensitivity)
  }
})

test('paths, options and checks are each named once', () => {
  const once = (keys: readonly string[]) => new Set(keys).size === keys.length
  expect(once(questions.map(({ path }) => path))).toBe(true)
  for (const question of questions) {
    expect([question.path, once(optionsOf(question).map(({ key }) => key))]).toEqual([question.path, true])
    expect([question.path, once((question.checks ?? []).map(({ key }) => key))]).toEqual([
      question.path,
      true,
    ])
  }
})

test('of two questions that stand in for each other none is called optional, and one of both is needed', () => {
  const pairs = questions.filter(({ orElse }) => orElse !== undefined)
  expect(pairs.map(({ path }) => path)).toEqual([
    'location/position',
    'location/positionMissing',
    'members/*/nik',
    'members/*/nikMissing',
  ])
  const whole = fillSurvey(known)
  for (const question of pairs) {
    const other = questionAt(question.orElse ?? '')
    const path = pathOf(question.path, Object.keys(known.members)[0] ?? '')
    const mate = pathOf(other?.path ?? '', Object.keys(known.members)[0] ?? '')
    const neither = withAnswers(whole, [
      [path, null],
      [mate, null],
    ])
    const scope = { document: neither, entry: entryOf(path), visitDate: DAY }
    expect([path, isOptional(question, scope), other?.orElse]).toEqual([path, false, question.path])
    const missing = findingsOf(neither, known, DAY).filter(({ level }) => level === 'error')
    expect(missing.map((finding) => finding.path)).toEqual([path.replace(/Missing$/, '')])
  }
})

test('a family card’s number, a problem’s need and the day of a wrong clock are wanted, and not called optional', () => {
  const wanted = questions.filter((question) => question.wanted).map(({ path }) => path)
  expect(wanted).toEqual(['visits/*/heldOn', 'families/*/kk', 'problems/*/needs'])
  const question = questionAt('families/*/kk')
  const [family = ''] = Object.keys(known.families)
  const without = withAnswers(fillSurvey(known), [[`families/${family}/kk`, null]])
  const scope = { document: without, entry: family, visitDate: DAY }
  expect(question && isOptional(question, scope)).toBe(false)
  expect(findingsOf(without, known, DAY).filter(({ path }) => path.endsWith('/kk'))).toEqual([])
})

test('nothing on the ordinary questionnaire names HIV, nor any restricted type', () => {
  const words = JSON.stringify(questions)
  for (const word of [/hiv/i, /napza/i, /perdagangan orang/i, /tuna susila/i, /kekerasan/i, /narapidana/i]) {
    expect(words).not.toMatch(word)
  }
})

test('a whole visit can be answered, and every answer has the shape of its question', () => {
  const document = fillSurvey(known)
  expect(isComplete(findingsOf(document, known, DAY))).toBe(true)
  for (const [path, answer] of answersOf(document)) {
    const question = questionAt(path)
    expect([path, question !== undefined && isAnswerOf(question, answer)]).toEqual([path, true])
  }
})

test('a draft of the first version keeps its answers and its questionnaire', () => {
  const first = completeSurvey(known)
  expect(formOf(first)).toBe(1)
  expect(findingsOf(first, known, DAY)).toEqual([])
  const paths = sectionsOf(formOf(first)).flatMap((section) => section.questions.map(({ path }) => path))
  expect(paths).not.toContain('economy/hunger')
  expect(paths).toContain('dwelling/floor')
})

test('a draft of the last version is as whole as it was, and taken over it is asked what is new alone', () => {
  const [visit = ''] = Object.keys(fillSurvey(known).visits)
  const last = withAnswers(fillSurvey(known), [[`visits/${visit}/form`, FORM_VERSION - 1]])
  expect(isComplete(findingsOf(last, known, DAY))).toBe(true)
  const [edit] = upgradeEdits(last)
  expect(edit).toEqual({ path: `visits/${visit}/form`, to: FORM_VERSION })
})

test('taken over to this version it keeps its answers, and is asked what is new', () => {
  const first = completeSurvey(known)
  const now = withAnswers(
    first,
    upgradeEdits(first).map(({ path, to }) => [path, to]),
  )
  expect(formOf(now)).toBe(FORM_VERSION)
  for (const [path, answer] of answersOf(first)) expect(answersOf(now).get(path)).toEqual(answer)
  const asked = findingsOf(now, known, DAY).map(({ path }) => path)
  expect(asked).toContain('economy/hunger')
  expect(asked).not.toContain('dwelling/floor')
  expect(upgradeEdits(now)).toEqual([])
})

test('a survey without a visit will be begun with this version', () => {
  expect(formOf(known)).toBe(FORM_VERSION)
  expect(upgradeEdits(known)).toEqual([])
})
