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
  readonly services: readonly Service[]
  /** the offices that act on it, by their short names; beyond Dinsos our own choice */
  readonly agencies: readonly string[]
  /** the rule that it rests on, or `own choice` */
  readonly source: string
}

type Entry = {
  readonly code: string
  readonly ppks: number | null
  readonly id: string
  readonly en: string
  readonly subject: string
  readonly age: Problem['age']
  readonly sex: string | null
  readonly services: readonly string[]
  readonly agency: readonly string[]
  readonly source: string
}

/** A problem from an entry of the data files, which a test checks. */
export function readProblem({ id, en, agency, ...entry }: Entry): Problem {
  return {
    code: entry.code,
    ppks: entry.ppks,
    text: { id, en },
    subject: entry.subject as ProblemSubject,
    age: entry.age,
    sex: entry.sex as Problem['sex'],
    services: entry.services as Service[],
    agencies: agency,
    source: entry.source,
  }
}

/** All types that are not restricted; those stand in restricted-problems.ts, which no client may import. */
export const PROBLEMS: readonly Problem[] = catalogue.problems.map(readProblem)

/**
 * Problems that an enumerator can record: restricted types never stand on the ordinary questionnaire (UU 27/2022;
 * docs/domain.md section 6), and communities are not surveyed door to door.
 */
export const ORDINARY_PROBLEMS: readonly Problem[] = PROBLEMS.filter(
  (problem) => problem.subject !== 'community',
)

const ordinaryByCode = new Map(ORDINARY_PROBLEMS.map((problem) => [problem.code, problem]))

/** @returns undefined for unknown, restricted and community problems */
export function findOrdinaryProblem(code: string): Problem | undefined {
  return ordinaryByCode.get(code)
}
