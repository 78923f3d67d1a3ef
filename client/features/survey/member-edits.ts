import {
  entriesOf,
  type Answer,
  type MemberAnswers,
  type Roster,
  type SurveyDocument,
} from '../../../shared/survey/document.ts'
import type { Edit } from '../../ports/field-work.ts'
import { nextOrder } from './roster-order.ts'

/** Where a member stands between the list and the visit. */
export type MemberStanding =
  /** listed; nobody has said yet whether they are still there */
  'unsettled' | 'present' | 'removed'

export type MemberLine = {
  readonly id: string
  readonly standing: MemberStanding
  /** the answers, and what is known where there are none */
  readonly member: MemberAnswers
}

/** All people of a household, listed and found ones, in their order; removed ones keep their place. */
export function memberLines(document: SurveyDocument, known: SurveyDocument): readonly MemberLine[] {
  const ids = [...new Set([...Object.keys(known.members), ...Object.keys(document.members)])]
  const lines = ids
    .filter((id) => known.members[id]?.removed === undefined || document.members[id] !== undefined)
    .map((id): MemberLine => {
      const answered = document.members[id]
      const member = { ...known.members[id], ...answered }
      if (!answered) return { id, standing: 'unsettled', member }
      return { id, standing: answered.removed === undefined ? 'present' : 'removed', member }
    })
  return lines.sort(
    (a, b) => (a.member.order ?? Infinity) - (b.member.order ?? Infinity) || (a.id < b.id ? -1 : 1),
  )
}

/** Takes all that is known of a listed member over as answers: *masih sama*. */
export function takeOver(id: string, document: SurveyDocument, known: SurveyDocument): readonly Edit[] {
  const { removed: _, ...listed } = known.members[id] ?? {}
  const family = listed.family
  const order = family === undefined ? undefined : known.families[family]?.order
  const needsFamily = family !== undefined && order !== undefined && !document.families[family]
  return [
    ...editsOf(`members/${id}`, listed),
    ...(needsFamily ? [{ path: `families/${family}/order`, to: order }] : []),
  ]
}

/** The family that a new member joins: the household's first one. */
export function firstFamily(document: SurveyDocument, known: SurveyDocument): string | null {
  const families: Roster<{ readonly order?: number }> = { ...known.families, ...document.families }
  return entriesOf(families)[0]?.[0] ?? null
}

/** A new member after the last one, in the family given; a family that has no answers yet begins with it. */
export function newMember(
  id: string,
  family: string,
  document: SurveyDocument,
  known: SurveyDocument,
): readonly Edit[] {
  const familyOrder = known.families[family]?.order ?? nextOrder(document.families)
  return [
    { path: `members/${id}/order`, to: nextOrder(known.members, document.members) },
    { path: `members/${id}/family`, to: family },
    ...(document.families[family] ? [] : [{ path: `families/${family}/order`, to: familyOrder }]),
  ]
}

function editsOf(entry: string, answers: Readonly<Record<string, Answer | undefined>>): Edit[] {
  return Object.entries(answers).flatMap(([field, to]) =>
    to === undefined ? [] : [{ path: `${entry}/${field}`, to }],
  )
}
