import { ageInYears } from '../population/age.ts'
import { lastVisit, type MemberAnswers, type ProblemAnswers } from './document.ts'
import { pathOf, type Path } from './path.ts'
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

/** Answers of the roster entry that a rule stands in. */
export function ownAnswers(...patterns: readonly Path[]): (scope: RuleScope) => readonly Path[] {
  return ({ entry }) => patterns.map((pattern) => pathOf(pattern, entry))
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

/** The number that a check looks at. */
export type ValueOf = (scope: RuleScope) => unknown

/** A number has to be this or more; what is no number passes. */
export function atLeast(min: number, valueOf: ValueOf): Check {
  return {
    key: 'range',
    level: 'error',
    holds: (scope) => {
      const value = valueOf(scope)
      return typeof value !== 'number' || value >= min
    },
    text: {
      id: `Isi angka mulai dari ${min.toLocaleString('id')}.`,
      en: `Give a number from ${min.toLocaleString('en')} up.`,
    },
  }
}

/** A number above this may be true, and is more likely a slip; what is no number passes. */
export function unlikelyAbove(max: number, valueOf: ValueOf): Check {
  return {
    key: 'very-much',
    level: 'warning',
    holds: (scope) => {
      const value = valueOf(scope)
      return typeof value !== 'number' || value <= max
    },
    text: {
      id: `Lebih dari ${max.toLocaleString('id')}. Benarkah?`,
      en: `More than ${max.toLocaleString('en')}. Is that right?`,
    },
  }
}

/** Neither "none of these" nor a refusal can stand beside one of these. */
export function noneOrRefused(
  none: string,
  valueOf: (scope: RuleScope) => readonly string[] | undefined,
): readonly Check[] {
  return [standsAlone(none, valueOf), { ...standsAlone('menolak', valueOf), key: 'refused-alone' }]
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
