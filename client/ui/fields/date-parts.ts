import { isCalendarDate } from '../../../shared/population/calendar-date.ts'
import { isPartialDate } from '../../../shared/population/partial-date.ts'

/** What stands in the three fields, as typed. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string }

/** `day` takes whole dates only; `any` takes a year, or a month of a year, for a date, too. */
export type DatePrecision = 'day' | 'any'

export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'unfinished' }
  /** there is no year, or a day without its month: what is unknown must come first */
  | { readonly kind: 'year-missing' }
  | { readonly kind: 'month-missing' }
  | { readonly kind: 'year-wrong' }
  | { readonly kind: 'year-too-old' }
  | { readonly kind: 'no-such-date' }

/** @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY` */
export function partsOf(date: string | null): DateParts {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** What stands in the fields as one text, whether or not it makes a date: `31/2/1990`, `-/3/1961`. */
export function textOfParts({ day, month, year }: DateParts): string {
  return [day, month, year].map((part) => part || '-').join('/')
}

/** What {@link textOfParts} made. */
export function partsFromText(text: string): DateParts {
  const [day = '', month = '', year = ''] = text.split('/').map((part) => (part === '-' ? '' : part))
  return { day, month, year }
}

/** The date that the fields make, as exact as they are filled in, or why they make none. */
export function readDateParts(parts: DateParts, precision: DatePrecision = 'day'): DateReading {
  const { day, month, year } = parts
  if (day === '' && month === '' && year === '') return { kind: 'empty' }
  if (precision === 'day' && (day === '' || month === '' || year === '')) return { kind: 'unfinished' }
  if (year === '') return { kind: 'year-missing' }
  if (!/^\d{4}$/.test(year)) return { kind: 'year-wrong' }
  if (precision === 'any' && isYearTooOld(year)) return { kind: 'year-too-old' }
  if (month === '') {
    if (day !== '') return { kind: 'month-missing' }
    return isPartialDate(year) ? { kind: 'date', date: year } : { kind: 'year-wrong' }
  }
  const date = [year, month, ...(day === '' ? [] : [day])].map((part) => part.padStart(2, '0')).join('-')
  const exists = precision === 'day' ? isCalendarDate(date) : isPartialDate(date)
  return exists ? { kind: 'date', date } : { kind: 'no-such-date' }
}

/** A whole year that nobody's answer can lie in. */
export function isYearTooOld(year: string): boolean {
  return /^\d{4}$/.test(year) && year < '1900'
}

/** Something was typed, but no date: it must not take the place of a date that is stored. */
export function isHalfDate({ kind }: DateReading): boolean {
  return kind !== 'empty' && kind !== 'date'
}

/**
 * What stands in the fields goes nowhere yet: it makes no date, or a less exact one than the value that it was typed
 * over. A day that was cleared is mostly about to be typed anew, and a whole date is not lost by that.
 * @param over the value that is stored
 */
export function isHeldBack(reading: DateReading, over: string | null): boolean {
  return isHalfDate(reading) || isLessExact(reading, over)
}

/** A date that knows less than the stored one: whoever means it has to say so. */
export function isLessExact(
  reading: DateReading,
  over: string | null,
): reading is Extract<DateReading, { readonly kind: 'date' }> {
  return reading.kind === 'date' && over !== null && reading.date.length < over.length
}

/** What was typed last, and the value that stood there then. */
export type TypedDate = { readonly parts: DateParts; readonly over: string | null }

/**
 * What the fields show: what was typed, until a value comes from outside (read out of the NIK, cleared) that is
 * neither what the typing makes nor what it was typed over.
 */
export function shownParts(
  { parts, over }: TypedDate,
  value: string | null,
  precision: DatePrecision = 'day',
): DateParts {
  const reading = readDateParts(parts, precision)
  const stands = isHeldBack(reading, over) ? over : reading.kind === 'date' ? reading.date : null
  return value === stands ? parts : partsOf(value)
}
