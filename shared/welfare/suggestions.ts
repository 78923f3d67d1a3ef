import type { Text } from '../text.ts'
import { entriesOf, type SurveyDocument } from '../survey/document.ts'
import { isCompletedVisit } from '../survey/rules.ts'
import { HOUSEHOLD_RULES } from './household-rules.ts'
import { MEMBER_RULES } from './member-rules.ts'

/** A problem that the answers speak for. A person confirms, changes or declines it. */
export type Suggestion = {
  /** of the rule, to be kept with what came of it */
  readonly rule: string
  /** of an ordinary problem of the catalogue */
  readonly code: string
  /** `household` or `member:<id>` */
  readonly subject: string
  /** the answers that speak for it, in a few words: "lantai tanah" */
  readonly reason: Text
}

/**
 * Problems that the answers of a completed visit speak for, household first, then its members in their order; each
 * problem of a subject once. Pure: the phone, the supervisor's screen and the monthly update see the same.
 * @param visitDate `YYYY-MM-DD`, on which ages are judged
 */
export function suggestionsFor(document: SurveyDocument, visitDate: string): readonly Suggestion[] {
  if (!isCompletedVisit({ document })) return []
  const ofHousehold = HOUSEHOLD_RULES.flatMap(({ key, code, reasonIn }) => {
    const reason = reasonIn(document)
    return reason ? [{ rule: key, code, subject: 'household', reason }] : []
  })
  const ofMembers = entriesOf(document.members).flatMap(([id, member]) =>
    MEMBER_RULES.flatMap(({ key, code, reasonFor }) => {
      const reason = reasonFor(member, { document, id, visitDate })
      return reason ? [{ rule: key, code, subject: `member:${id}`, reason }] : []
    }),
  )
  return [...ofHousehold, ...ofMembers]
}

/** Suggestions that nobody has answered: neither is the problem recorded for that subject, nor was it declined. */
export function openSuggestions(document: SurveyDocument, visitDate: string): readonly Suggestion[] {
  const answered = new Set(
    Object.values(document.problems)
      .filter(({ removed }) => removed !== 'batal')
      .map(({ subject, code }) => `${subject} ${code}`),
  )
  return suggestionsFor(document, visitDate).filter(
    ({ subject, code }) => !answered.has(`${subject} ${code}`),
  )
}
