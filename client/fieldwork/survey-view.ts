import { jakartaDate } from '../../shared/period.ts'
import { knownAfterJoins } from '../../shared/survey/families.ts'
import { visitDateOf } from '../../shared/survey/visit-date.ts'
import { completenessOf, findingsOf } from '../../shared/review/findings.ts'
import type { Ids } from '../ports/ids.ts'
import type { SurveyView } from '../ports/field-work.ts'
import { cardStateOf } from './card-state.ts'
import type { HouseholdFacts } from './household-facts.ts'
import { surveyOf } from './household-survey.ts'

/** A household's current survey as its screens show it. */
export function viewOf(facts: HouseholdFacts, ids: Pick<Ids, 'uuidv5'>, today: Date): SurveyView {
  const { record } = facts.household.body
  const survey = surveyOf(facts, ids)
  const visitDate = visitDateOf(survey.document, jakartaDate(today))
  const findings = () => findingsOf(survey.document, record.known, visitDate)
  return {
    household: record.id,
    survey: survey.survey,
    record,
    known: knownAfterJoins(survey.document, record.known),
    document: survey.document,
    status: survey.status,
    submitted: survey.submitted,
    state: cardStateOf(survey, {
      sending: facts.sending,
      completeness: () => completenessOf(survey.document, visitDate, findings()),
    }),
    review: survey.stored?.record.review ?? null,
    conflicts: survey.conflicts,
    openConflicts: survey.stored?.record.conflicts ?? [],
    visitDate,
    get findings() {
      return findings()
    },
  }
}
