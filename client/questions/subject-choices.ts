import { peopleByFamily } from '../../shared/survey/families.ts'
import { entriesOf, type MemberAnswers, type SurveyDocument } from '../../shared/survey/document.ts'

/** A family that a problem can belong to, named by its head. */
export type FamilySubject = {
  readonly subject: string
  /** undefined where the head, or whoever else comes first, has no name yet */
  readonly name: string | undefined
}

/** Who has problems of their own: those that the visit found and that are still there. */
export function memberSubjects(
  document: SurveyDocument,
): readonly (readonly [subject: string, member: MemberAnswers])[] {
  return entriesOf(document.members).map(([id, member]) => [`member:${id}`, member])
}

/** The families of the house, none where all people are of one: what is its problem is the household's. */
export function familySubjects(document: SurveyDocument): readonly FamilySubject[] {
  const families = [...peopleByFamily(document)].filter(([id]) => id !== '')
  if (families.length < 2) return []
  return families.map(([id, people]) => {
    const [, head] = people.find(([, { relationship }]) => relationship === 'kepala') ?? people[0] ?? []
    return { subject: `family:${id}`, name: head?.name }
  })
}
