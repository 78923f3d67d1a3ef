import restricted from './data/restricted-problems.json' with { type: 'json' }
import { readProblem, type Problem } from './problem-catalogue.ts'

/**
 * Types of the ministry's 26 that only a case-worker records and reads (UU 27/2022; docs/domain.md section 6). Their
 * names must not reach a phone: the check of imports keeps the client off this file, the build looks for the words.
 */
export const RESTRICTED_PROBLEMS: readonly Problem[] = restricted.problems.map(readProblem)

const restrictedByCode = new Map(RESTRICTED_PROBLEMS.map((problem) => [problem.code, problem]))

export function findRestrictedProblem(code: string): Problem | undefined {
  return restrictedByCode.get(code)
}
