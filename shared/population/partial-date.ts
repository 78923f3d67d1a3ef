import { isCalendarDate } from './calendar-date.ts'

/** True for `YYYY-MM-DD`, `YYYY-MM` or `YYYY` from 1900 to 2099 that exists: what people know of a birth date. */
export function isPartialDate(text: string): boolean {
  return /^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/.test(text) || (/^(19|20)/.test(text) && isCalendarDate(text))
}

/** The first calendar date that a partial one may be. */
export function earliestOf(date: string): string {
  const [year = '', month = '01', day = '01'] = date.split('-')
  return `${year}-${month}-${day}`
}

/** The last calendar date that a partial one may be. */
export function latestOf(date: string): string {
  const [year = '', month = '12', day] = date.split('-')
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${day ?? String(last).padStart(2, '0')}`
}

/** True where two dates, each known in part, may be the same: unknown parts fit anything. */
export function mayBeSameDate(a: string, b: string): boolean {
  return earliestOf(a) <= latestOf(b) && earliestOf(b) <= latestOf(a)
}
