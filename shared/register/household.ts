import {
  entriesOf,
  type MemberAnswers,
  type ProblemAnswers,
  type SurveyDocument,
} from '../survey/document.ts'
import { answersOf, documentOf } from '../survey/path.ts'
import { findOrdinaryProblem } from '../catalogue/problem-catalogue.ts'

/**
 * Raised when the same surveys would fold to another register than a released version made of them, of which there
 * is none yet; stands in the package's manifest.
 */
export const RULE_VERSION = 1

/** `unconfirmed`: visited, but what is known still comes from the list alone. */
export type HouseholdState = 'present' | 'unconfirmed' | 'gone'

/** A household as a period's register holds it. */
export type RegisterHousehold = {
  readonly document: SurveyDocument
  readonly state: HouseholdState
  /** the visit's result that says where it went; null unless gone */
  readonly goneReason: string | null
}

/** What stood before a survey: the register's newest row, or the ministry's list alone. */
export type KnownHousehold = Omit<RegisterHousehold, 'state'> & { readonly state: HouseholdState | 'listed' }

/** A family by the members who stand with it. */
export type PresentFamily = {
  /** null for members who stand with no family */
  readonly id: string | null
  readonly kk: string | null
  readonly members: readonly (readonly [id: string, member: MemberAnswers])[]
}

/** Families that have members, in their order (ties by id), then the members without one. */
export function familiesOf(document: SurveyDocument): readonly PresentFamily[] {
  const members = entriesOf(document.members)
  const orderOf = (id: string) => document.families[id]?.order ?? Infinity
  const ids = [...new Set(members.flatMap(([, { family }]) => (family === undefined ? [] : [family])))].sort(
    (a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1),
  )
  const families = ids.map((id) => ({
    id,
    kk: document.families[id]?.kk ?? null,
    members: members.filter(([, { family }]) => family === id),
  }))
  const alone = members.filter(([, { family }]) => family === undefined)
  return alone.length === 0 ? families : [...families, { id: null, kk: null, members: alone }]
}

/** Problems that may leave this room: those of the ordinary catalogue that still stand, in their order. */
export function ordinaryProblemsOf(
  document: SurveyDocument,
): readonly (readonly [id: string, problem: ProblemAnswers])[] {
  return entriesOf(document.problems).filter(([, { code }]) => findOrdinaryProblem(code ?? '') !== undefined)
}

export type HouseholdCounts = {
  readonly families: number
  readonly members: number
  readonly problems: number
}

export function countsOf(document: SurveyDocument): HouseholdCounts {
  return {
    families: familiesOf(document).length,
    members: entriesOf(document.members).length,
    problems: ordinaryProblemsOf(document).length,
  }
}

/** A period's row as the next period starts from it: who left is no longer named. Rule [F4] of SPEC.md. */
export function withoutTombstones(document: SurveyDocument): SurveyDocument {
  const answers = [...answersOf(document)].filter(([path]) => {
    const [part, id = ''] = path.split('/')
    return part !== 'members' || document.members[id]?.removed === undefined
  })
  return documentOf(answers)
}
