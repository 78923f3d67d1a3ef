import { fault, type Fault } from '../../shared/faults.ts'
import { jakartaDate } from '../../shared/period.ts'
import { statusAfter, statusAfterEdit, type SurveyStatus } from '../../shared/review/status.ts'
import { nameOf, type SurveyDocument } from '../../shared/survey/document.ts'
import { visitDateOf } from '../../shared/survey/visit-date.ts'
import { hasNoError } from '../../shared/review/findings.ts'
import type { StoredSurvey } from './survey-store.ts'

/**
 * A survey after new answers: next version, status and name; one that was approved goes back to review.
 * @param known what is known of the household beside the survey
 */
export function edited(
  survey: StoredSurvey,
  document: StoredSurvey['document'],
  known: SurveyDocument,
): StoredSurvey {
  const status = statusAfterEdit(survey.status)
  return {
    ...survey,
    document,
    status,
    version: survey.version + 1,
    approvedSeq: status === 'approved' ? survey.approvedSeq : null,
    name: nameOf(document, known),
  }
}

/**
 * The status after a submission or an approval, or why it is refused: wrong status, open conflicts (approval),
 * something missing. The same checks as on the phone run again on the merged document.
 * @param known what is known of the household beside the survey
 * @param now judges a survey whose visit has no time
 */
export function statusAfterChecked(
  survey: StoredSurvey,
  command: 'submit' | 'approve',
  openConflicts: number,
  known: SurveyDocument,
  now: Date,
): SurveyStatus | Fault {
  const status = statusAfter(survey.status, command)
  if (!status) return fault('wrong-state', { survey: survey.id })
  if (command === 'approve' && openConflicts > 0) return fault('open-conflict', { survey: survey.id })
  const today = jakartaDate(now)
  // A phone's clock may be years behind: what lay in its future is no reason to refuse.
  const visitDate = [visitDateOf(survey.document, today) ?? today, today].sort().at(-1) ?? today
  const isReady = hasNoError(survey.document, known, visitDate)
  return isReady ? status : fault('survey-incomplete', { survey: survey.id })
}
