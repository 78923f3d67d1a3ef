import { jakartaDate } from '../period.ts'
import { lastVisit, type SurveyDocument, type VisitAnswers } from './document.ts'

/**
 * The day on which a visit's ages and dates are judged, `YYYY-MM-DD`; null where the phone's clock was wrong and
 * nobody has said the day: then nothing is judged by age, and no century is guessed.
 */
export type VisitDate = string | null

/**
 * No visit is older than the list whose questions are asked: DTSEN began with Inpres 4/2025, of 5 February 2025
 * (docs/domain.md section 3). A clock that fell back to its first day lies years before.
 */
const FIRST_DAY = '2025-02-05'

/** True where the visit began, by the phone's clock, before what the phone had already: its clock was wrong. */
export function isClockWrong(visit: VisitAnswers): boolean {
  const day = clockDay(visit)
  return day !== null && isTooEarly(day, visit)
}

/** True where a day lies before the visit can have been. */
function isTooEarly(day: string, { notBefore = FIRST_DAY }: VisitAnswers): boolean {
  return day < FIRST_DAY || day < notBefore
}

/**
 * The day of the last visit: by the phone's clock, or as a person gave it where that was wrong.
 * @param today taken where the last visit has no time, or none that can be read
 */
export function visitDateOf(document: Pick<SurveyDocument, 'visits'>, today: VisitDate): VisitDate {
  const visit = lastVisit(document)?.[1] ?? {}
  const days = [clockDay(visit) ?? today, visit.heldOn ?? null]
  return days.find((day) => day !== null && !isTooEarly(day, visit)) ?? null
}

function clockDay({ at }: VisitAnswers): string | null {
  return at === undefined || Number.isNaN(Date.parse(at)) ? null : jakartaDate(new Date(at))
}
