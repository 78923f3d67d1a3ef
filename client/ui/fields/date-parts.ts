import { isCalendarDate } from '../../../shared/population/calendar-date.ts'

/** What stands in the three fields, as typed. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string }

export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'year-wrong' }
  | { readonly kind: 'no-such-date' }

export function partsOf(date: string | null): DateParts {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** The calendar date `YYYY-MM-DD` that the fields make, or why they make none. */
export function readDateParts({ day, month, year }: DateParts): DateReading {
  if (day === '' && month === '' && year === '') return { kind: 'empty' }
  if (day === '' || month === '' || year === '') return { kind: 'unfinished' }
  if (!/^\d{4}$/.test(year)) return { kind: 'year-wrong' }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? { kind: 'date', date } : { kind: 'no-such-date' }
}

/** Something was typed, but no date: it must not take the place of a date that is stored. */
export function isHalfDate({ kind }: DateReading): boolean {
  return kind !== 'empty' && kind !== 'date'
}

/** What was typed last, and the value that stood there then. */
export type TypedDate = { readonly parts: DateParts; readonly over: string | null }

/**
 * What the fields show: what was typed, until a value comes from outside (read out of the NIK, cleared) that is
 * neither what the typing makes nor what it was typed over.
 */
export function shownParts({ parts, over }: TypedDate, value: string | null): DateParts {
  const reading = readDateParts(parts)
  const stands = isHalfDate(reading) ? over : reading.kind === 'date' ? reading.date : null
  return value === stands ? parts : partsOf(value)
}
