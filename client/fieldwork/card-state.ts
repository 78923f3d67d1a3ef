import { answersOf } from '../../shared/survey/path.ts'
import { lastVisit } from '../../shared/survey/document.ts'
import type { CardState } from '../ports/field-work.ts'
import type { HouseholdSurvey } from './household-survey.ts'

/**
 * Where a survey stands, as one word for the enumerator. What needs a person comes first; a status that the
 * server has not confirmed is never shown as one that it has.
 * @param completeness of a draft; null where the questionnaire is not loaded yet
 */
export function cardStateOf(
  survey: HouseholdSurvey,
  { sending, completeness }: { readonly sending: boolean; readonly completeness: () => number | null },
): CardState {
  const record = survey.stored?.record
  if (survey.quarantined) return { kind: 'quarantined', fault: survey.quarantined.result?.fault ?? null }
  if (survey.conflicts.length > 0 || (record && record.conflicts.length > 0)) return { kind: 'conflict' }
  const [, visit] = lastVisit(survey.document) ?? []
  switch (survey.status) {
    case 'draft':
      if (answersOf(survey.document).size === 0) return { kind: 'not-visited' }
      if (visit?.result === 'tidak_di_rumah') return { kind: 'revisit', on: visit.revisitOn ?? null }
      return {
        kind: 'draft',
        // Worked out for the rows that are shown, not with every answer.
        get completeness() {
          return completeness()
        },
        refused: survey.refused,
      }
    case 'submitted':
      if (survey.unsent) return { kind: sending ? 'sending' : 'waiting' }
      return { kind: 'received', at: survey.receivedAt }
    case 'in-review':
      return { kind: 'in-review' }
    case 'returned':
      // It is for somebody else to go on with.
      if (record?.review?.handedTo && !survey.unsent) return { kind: 'received', at: survey.receivedAt }
      return { kind: 'returned', reason: record?.review?.reason ?? '' }
    case 'approved':
    case 'folded':
      return { kind: 'approved' }
    case 'rejected':
      return { kind: 'rejected', reason: record?.review?.reason ?? '' }
  }
}
