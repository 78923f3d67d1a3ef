import type { Text } from '../text.ts'
import catalogue from './data/problem-catalogue.json' with { type: 'json' }

/** Four kinds of service. Source: UU 11/2009; PP 39/2012. */
export const SERVICES = ['rehabilitasi', 'jaminan', 'pemberdayaan', 'perlindungan'] as const
export type Service = (typeof SERVICES)[number]
export const SERVICE_TEXTS: Readonly<Record<Service, Text>> = catalogue.services

export type ProblemSubject = 'member' | 'household' | 'member_or_household' | 'community'

export type Problem = {
  /** never changes its meaning; `ppks.*` are the ministry's 26 types (Permensos 8/2012), `kota.*` the city's */
  readonly code: string
  /** the ministry's number (1 to 26), null for the city's own */
  readonly ppks: number | null
  readonly text: Text
  readonly subject: ProblemSubject
  /** years, both ends included; ages warn, never block: the sources contradict each other */
  readonly age: { readonly min: number | null; readonly max: number | null } | null
  readonly sex: 'L' | 'P' | null
  readonly restricted: boolean
  readonly services: readonly Service[]
}

const problems: readonly Problem[] = catalogue.problems.map((entry) => ({
  code: entry.code,
  ppks: entry.ppks,
  text: { id: entry.id, en: entry.en },
  subject: entry.subject as ProblemSubject,
  age: entry.age,
  sex: entry.sex as Problem['sex'],
  restricted: entry.restricted,
  services: entry.services as Service[],
}))

/**
 * Problems that an enumerator can record: restricted types (HIV, trafficking, violence …) never stand on the
 * ordinary questionnaire (UU 27/2022; docs/domain.md section 6), and communities are not surveyed door to door.
 */
export const ORDINARY_PROBLEMS: readonly Problem[] = problems.filter(
  (problem) => !problem.restricted && problem.subject !== 'community',
)

const ordinaryByCode = new Map(ORDINARY_PROBLEMS.map((problem) => [problem.code, problem]))

/** @returns undefined for unknown, restricted and community problems */
export function findOrdinaryProblem(code: string): Problem | undefined {
  return ordinaryByCode.get(code)
}
