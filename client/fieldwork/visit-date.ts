import { jakartaDate } from '../../shared/period.ts'
import { lastVisit, type SurveyDocument } from '../../shared/survey/document.ts'

/** The day on which ages and dates of a survey are judged, `YYYY-MM-DD`: the last visit's, else today. */
export function visitDateOf(document: SurveyDocument, today: Date): string {
  const at = lastVisit(document)?.[1].at
  return jakartaDate(at === undefined || Number.isNaN(Date.parse(at)) ? today : new Date(at))
}
