import type { Answer, MemberAnswers, SurveyDocument } from '../../../shared/survey/document.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { sameAnswer } from '../../../shared/survey/path.ts'
import type { Edit } from '../../ports/field-work.ts'
import { familyStart } from './family-start.ts'
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

/**
 * Takes what lasts of a listed member over as answers: *masih sama*. Their state may have changed since, and stands
 * beside its questions to be looked at one by one.
 */
export function takeOver(id: string, document: SurveyDocument, known: SurveyDocument): readonly Edit[] {
  const listed = known.members[id] ?? {}
  const { family } = listed
  const lasting = editsOf(`members/${id}`, listed).filter(({ path }) => questionAt(path)?.lasting)
  return [...lasting, ...(family === undefined ? [] : familyStart(family, document, known))]
}

/** A new member after the last one, in the family given; a family that has no answers yet begins with it. */
export function newMember(
  id: string,
  family: string,
  document: SurveyDocument,
  known: SurveyDocument,
): readonly Edit[] {
  return [
    { path: `members/${id}/order`, to: nextOrder(known.members, document.members) },
    { path: `members/${id}/family`, to: family },
    ...familyStart(family, document, known),
  ]
}

/**
 * Added by mistake: nobody of the list, and nothing said of them but their place. They go without a reason.
 * @param known a listed person stays, struck through: that they are gone is an answer
 */
export function isBlank(id: string, document: SurveyDocument, known: SurveyDocument): boolean {
  const answers = Object.keys(document.members[id] ?? {})
  return known.members[id] === undefined && answers.every((field) => field === 'order' || field === 'family')
}

/** A listed member of whom nothing was said but that they are as listed: a slip of one tap, which can be taken back. */
export function isOnlyTakenOver(id: string, document: SurveyDocument, known: SurveyDocument): boolean {
  const [listed, answered] = [known.members[id], document.members[id]]
  if (!listed || !answered) return false
  const before: Readonly<Record<string, Answer | undefined>> = listed
  return Object.entries(answered).every(([field, answer]) => sameAnswer(before[field] ?? null, answer))
}

/** Takes all that was said of a member back, as if they had never been added, or a listed one never looked at. */
export function withdrawMember(id: string, document: SurveyDocument): readonly Edit[] {
  return Object.keys(document.members[id] ?? {}).map((field) => ({
    path: `members/${id}/${field}`,
    to: null,
  }))
}

function editsOf(entry: string, answers: Readonly<Record<string, Answer | undefined>>): Edit[] {
  return Object.entries(answers).flatMap(([field, to]) =>
    to === undefined ? [] : [{ path: `${entry}/${field}`, to }],
  )
}
