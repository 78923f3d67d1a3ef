import { expect, test } from 'vitest'
import { findOrdinaryProblem, ORDINARY_PROBLEMS, PROBLEMS, SERVICES } from './problem-catalogue.ts'
import { findRestrictedProblem, RESTRICTED_PROBLEMS } from './restricted-problems.ts'

const ALL = [...PROBLEMS, ...RESTRICTED_PROBLEMS]

test('both files together hold the ministry’s 26 types, each once, and 18 of the city', () => {
  const numbers = ALL.flatMap(({ ppks }) => ppks ?? []).toSorted((one, other) => one - other)
  expect(numbers).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
  expect(ALL.filter(({ ppks }) => ppks === null)).toHaveLength(18)
  expect(new Set(ALL.map(({ code }) => code)).size).toBe(ALL.length)
})

test('the restricted types are those of docs/domain.md section 1', () => {
  expect(RESTRICTED_PROBLEMS.map(({ ppks }) => ppks)).toEqual([3, 6, 7, 10, 14, 15, 16, 17, 18, 19, 25])
})

test.each(ALL)('$code holds what the types say', (problem) => {
  expect(problem.code).toMatch(problem.ppks === null ? /^kota\.[a-z_]+$/ : /^ppks\.[a-z_]+$/)
  expect(problem.text.id).toBeTruthy()
  expect(problem.text.en).toBeTruthy()
  expect(['member', 'household', 'member_or_household', 'community']).toContain(problem.subject)
  expect([null, 'L', 'P']).toContain(problem.sex)
  expect(SERVICES).toEqual(expect.arrayContaining([...problem.services]))
  expect(problem.services).not.toEqual([])
  expect(problem.agencies).not.toEqual([])
  expect(problem.source).toBeTruthy()
})

test('only ordinary problems are found for an enumerator', () => {
  expect(ORDINARY_PROBLEMS.map(({ code }) => findOrdinaryProblem(code))).toEqual(ORDINARY_PROBLEMS)
  expect(findOrdinaryProblem('ppks.kat')).toBeUndefined()
  for (const problem of RESTRICTED_PROBLEMS) {
    expect(findOrdinaryProblem(problem.code)).toBeUndefined()
    expect(findRestrictedProblem(problem.code)).toBe(problem)
  }
})
