import type { MemberAnswers } from '../../../shared/survey/document.ts'
import type { Ids } from '../../ports/ids.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import { surveyOf } from '../household-survey.ts'

/** Who lives in a household: as known, with what its survey says over it. */
export function peopleOf(
  facts: HouseholdFacts,
  ids: Pick<Ids, 'uuidv5'>,
): Readonly<Record<string, MemberAnswers>> {
  const { members: known } = facts.household.body.record.known
  // Most households of an area have no survey yet: nothing is to be merged.
  if (facts.surveys.length + facts.open.length + facts.outbox.length === 0) return known
  const { members } = surveyOf(facts, ids).document
  const all = new Set([...Object.keys(known), ...Object.keys(members)])
  return Object.fromEntries([...all].map((id) => [id, { ...known[id], ...members[id] }]))
}
