import { expect, test } from 'vitest'
import { groupPathsOf } from './groups.ts'
import { isSetByProgram, PROGRAM_ANSWERS } from './program-answers.ts'
import type { Question } from './question.ts'
import { SECTIONS } from './questionnaire.ts'

const KINDS: readonly Question['kind'][] = ['order', 'version', 'instant', 'token']

test('the list is what the questionnaire has the program set, with the groups that it stands in', () => {
  const questions = SECTIONS.flatMap((section) => section.questions)
  const set = questions.filter(({ kind }) => KINDS.includes(kind)).flatMap(({ path }) => groupPathsOf(path))
  expect(PROGRAM_ANSWERS.toSorted()).toEqual([...new Set(set)].sort())
})

test('what people say is not set by the program: a person’s family, what a problem is about', () => {
  expect(isSetByProgram('visits/a/paradata')).toBe(true)
  expect(isSetByProgram('members/a/family')).toBe(false)
  expect(isSetByProgram('problems/a/subject')).toBe(false)
})
