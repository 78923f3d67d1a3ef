import { isCalendarDate } from '../../../shared/population/calendar-date.ts'

/**
 * A date as lists write it: `YYYY-MM-DD`, also with a midnight behind it as databases do, `dd/mm/yyyy` or
 * `dd-mm-yyyy`.
 * @returns `YYYY-MM-DD`, null where it is none of these or not in the calendar
 */
export function readDate(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[ T]00:00:00(?:\.0+)?)?$/.exec(text)
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  const [, day = '', month = '', year = ''] = local ?? []
  const date = iso?.[1] ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}
