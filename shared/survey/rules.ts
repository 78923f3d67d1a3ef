import { ageInYears } from '../population/age.ts'
import { lastVisit, type MemberAnswers, type ProblemAnswers } from './document.ts'
import type { Check, Rule, RuleScope } from './question.ts'

/** The rest of the questionnaire is asked only where the household was met and took part. */
export function isCompletedVisit({ document }: Pick<RuleScope, 'document'>): boolean {
  return lastVisit(document)?.[1].result === 'selesai'
}

/** True where all of the rules are. */
export function all(...rules: readonly Rule[]): Rule {
  return (scope) => rules.every((rule) => rule(scope))
}

/** The member that a question stands in; empty outside of one. */
export function memberOf({ document, entry }: RuleScope): MemberAnswers {
  return document.members[entry ?? ''] ?? {}
}

/** The member is asked about: the visit was completed, and they live here. */
export function isPresentMember(scope: RuleScope): boolean {
  return isCompletedVisit(scope) && memberOf(scope).removed === undefined
}

/** The problem that a question stands in; empty outside of one. */
export function problemOf({ document, entry }: RuleScope): ProblemAnswers {
  return document.problems[entry ?? ''] ?? {}
}

/** Full years of the member on the day of the visit; null where nobody knows the birth date. */
export function ageOf(scope: RuleScope): number | null {
  const { birthDate } = memberOf(scope)
  return birthDate === undefined ? null : ageInYears(birthDate, scope.visitDate)
}

/**
 * Asked of members of this age only, both ends included; of nobody whose birth date is not known. Where the visit
 * has no time, or a wrong one, no age can be judged: then nobody is left out, so that no answer is lost.
 */
export function aged(min: number, max = Infinity): Rule {
  return (scope) => {
    if (!isPresentMember(scope) || memberOf(scope).birthDate === undefined) return false
    const age = ageOf(scope)
    return age === null || (age >= min && age <= max)
  }
}

/** A number has to lie between two others, both included; what is no number passes. */
export function between(min: number, max: number, valueOf: (scope: RuleScope) => unknown): Check {
  const say = (value: number, language: string) => value.toLocaleString(language)
  return {
    key: 'range',
    level: 'error',
    holds: (scope) => {
      const value = valueOf(scope)
      return typeof value !== 'number' || (value >= min && value <= max)
    },
    text: {
      id: `Isi angka dari ${say(min, 'id')} sampai ${say(max, 'id')}.`,
      en: `Give a number from ${say(min, 'en')} to ${say(max, 'en')}.`,
    },
  }
}

/** "None of these" cannot stand beside one of these. */
export function standsAlone(
  key: string,
  valueOf: (scope: RuleScope) => readonly string[] | undefined,
): Check {
  return {
    key: 'alone',
    level: 'error',
    holds: (scope) => {
      const chosen = valueOf(scope) ?? []
      return !chosen.includes(key) || chosen.length === 1
    },
    text: {
      id: 'Pilihan ini tidak bisa bersama pilihan lain.',
      en: 'This choice cannot stand beside others.',
    },
  }
}
