import {
  entriesOf,
  type FamilyAnswers,
  type MemberAnswers,
  type Roster,
  type SurveyDocument,
} from './document.ts'

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
