import {
  entriesOf,
  type FamilyAnswers,
  type MemberAnswers,
  type Roster,
  type SurveyDocument,
} from './document.ts'
import { remembered } from './remembered.ts'

type Person = readonly [id: string, member: MemberAnswers]

/** The household's first family, null where there is none. */
export function firstFamilyOf(families: Roster<FamilyAnswers>): string | null {
  return entriesOf<FamilyAnswers>(families)[0]?.[0] ?? null
}

/** The family that a member stands with; the empty id where there is none. */
export function familyOf({ families }: SurveyDocument, member: MemberAnswers): string {
  return member.family ?? firstFamilyOf(families) ?? ''
}

/**
 * Who lives here, by family. Whoever names no family stands with the first one; where there is none at all, with
 * the empty id. A family that was joined into another is among them as long as somebody still names it: another
 * phone may have added them meanwhile.
 */
export function peopleByFamily({
  families,
  members,
}: SurveyDocument): ReadonlyMap<string, readonly Person[]> {
  const first = firstFamilyOf(families) ?? ''
  const people = new Map<string, Person[]>()
  for (const [id, member] of entriesOf<MemberAnswers>(members)) {
    const family = member.family ?? first
    const others = people.get(family)
    if (others) others.push([id, member])
    else people.set(family, [[id, member]])
  }
  return people
}

/** True where somebody stands with the family, as {@link peopleByFamily} would tell for all of them. */
export function hasPeople({ families, members }: SurveyDocument, family: string): boolean {
  const isFirst = (firstFamilyOf(families) ?? '') === family
  return Object.values(members).some(
    (member) =>
      member.removed === undefined && (member.family === undefined ? isFirst : member.family === family),
  )
}

/**
 * Who is head of the family that a member stands with, in their order: one where nothing is wrong, and maybe the member.
 * Whoever names no family stands with the first one, as everywhere.
 */
export function headsBeside(member: string, document: SurveyDocument): readonly string[] {
  const family = familyOf(document, document.members[member] ?? {})
  return entriesOf<MemberAnswers>(document.members).flatMap(([id, other]) =>
    other.relationship === 'kepala' && familyOf(document, other) === family ? [id] : [],
  )
}

/**
 * What was known of a household, with the problems of each family that was joined into another as this one's own: what
 * was known of them waits for an answer there, and stays with the household until it has one.
 * @returns the same object where no family that has a problem was joined
 */
export const knownAfterJoins = remembered(
  (document: SurveyDocument, known: SurveyDocument): SurveyDocument => {
    const moved = Object.entries(known.problems).flatMap(([id, problem]) => {
      const [kind, family = ''] = (problem.subject ?? '').split(':')
      const into = kind === 'family' ? joinedInto(family, document, known) : null
      return into === null ? [] : [[id, { ...problem, subject: `family:${into}` }] as const]
    })
    if (moved.length === 0) return known
    return { ...known, problems: { ...known.problems, ...Object.fromEntries(moved) } }
  },
)

/**
 * Where most of the people stand now who were known in a family that ended by being joined into another; null where it
 * did not end so. Nobody writes down into which one: it may be joined on, or taken apart again.
 */
function joinedInto(family: string, document: SurveyDocument, known: SurveyDocument): string | null {
  if (document.families[family]?.removed !== 'digabung' || hasPeople(document, family)) return null
  const counts = new Map<string, number>()
  for (const [id, listed] of Object.entries(known.members)) {
    const now = document.members[id]
    if (now === undefined || familyOf(known, listed) !== family) continue
    const at = familyOf(document, now)
    if (hasPeople(document, at)) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const [likeliest] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return likeliest?.[0] ?? null
}
