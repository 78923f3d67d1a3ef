import { jakartaDate, jakartaTime } from '../../../shared/period.ts'
import type { Language } from '../../../shared/text.ts'
import { monthNames } from './month-names.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export type Formats = {
  /** `1.250.000`; `1,250,000` in English */
  readonly number: (value: number) => string
  /** of a share from 0 to 1: `60 %` */
  readonly percent: (share: number) => string
  /** of bytes: `1,4 MB` */
  readonly bytes: (bytes: number) => string
  /** of an angle, to five decimals, about a metre on the ground: `-6,87654` */
  readonly degrees: (angle: number) => string
  /** of metres: `120 m`, `1,2 km` */
  readonly distance: (metres: number) => string
  /** of `YYYY-MM-DD` or an instant: `23 Nov 2026` */
  readonly date: (value: string | Date) => string
  /** of `YYYY-MM-DD` or an instant, without its year: `23 Nov` */
  readonly day: (value: string | Date) => string
  /** `14.05`; `14:05` in English */
  readonly time: (instant: string | Date) => string
  /** `23 Nov 2026, 14.05` */
  readonly dateTime: (instant: string | Date) => string
  /** of `YYYY-MM`: `November 2026`; of `YYYY`: `2026` */
  readonly month: (period: string) => string
  /** no more than is needed today: `09.12`, `22 Nov, 09.12`, `22 Nov 2025, 09.12` */
  readonly moment: (instant: string | Date, now: Date) => string
  /** how long ago: `baru saja`, `5 menit lalu`, `2 jam lalu`, `3 hari lalu`, then the date */
  readonly ago: (instant: string | Date, now: Date) => string
}

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

/**
 * Formatters of one language, all in Asia/Jakarta; instants are ISO 8601 or `Date`. What the list shows is written
 * without the browser's own formatters: to wake these takes a cheap phone a tenth of a second.
 */
export function formatsOf(language: Language): Formats {
  const [thousands, clock] = language === 'id' ? ['.', '.'] : [',', ':']
  const names = monthNames(language)
  const decimals = once(() => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 5 }))
  const relative = once(() => new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'always' }))

  const whole = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, thousands)
  const number = (value: number) => (Number.isInteger(value) ? whole(value) : decimals().format(value))
  const oneDecimal = (value: number) => number(Math.round(value * 10) / 10)
  const day = (value: string | Date) => {
    const [, month, date] = jakartaDate(instantOf(value)).split('-').map(Number)
    return `${date} ${names[(month ?? 1) - 1]?.slice(0, 3)}`
  }
  const year = (value: string | Date) => jakartaDate(instantOf(value)).slice(0, 4)
  const date = (value: string | Date) => `${day(value)} ${year(value)}`
  const time = (instant: string | Date) => jakartaTime(instantOf(instant)).replace(':', clock)
  const dateTime = (instant: string | Date) => `${date(instant)}, ${time(instant)}`

  return {
    number,
    percent: (share) => `${number(Math.round(share * 100))} %`,
    bytes: (bytes) =>
      bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} KB` : `${oneDecimal(bytes / 1_000_000)} MB`,
    degrees: number,
    distance: (metres) =>
      Math.round(metres) < 1000 ? `${number(Math.round(metres))} m` : `${oneDecimal(metres / 1000)} km`,
    date,
    day,
    time,
    dateTime,
    month: (period) =>
      period.length === 4 ? period : `${names[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`,
    moment: (instant, now) => {
      if (date(instant) === date(now)) return time(instant)
      return year(instant) === year(now) ? `${day(instant)}, ${time(instant)}` : dateTime(instant)
    },
    ago: (instant, now) => {
      const elapsedMs = now.getTime() - instantOf(instant).getTime()
      if (elapsedMs < MINUTE_MS) return language === 'id' ? 'baru saja' : 'just now'
      if (elapsedMs < HOUR_MS) return past(relative(), elapsedMs / MINUTE_MS, 'minute')
      if (elapsedMs < DAY_MS) return past(relative(), elapsedMs / HOUR_MS, 'hour')
      if (elapsedMs < 7 * DAY_MS) return past(relative(), elapsedMs / DAY_MS, 'day')
      return date(instant)
    },
  }
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

function past(format: Intl.RelativeTimeFormat, count: number, unit: 'minute' | 'hour' | 'day'): string {
  return format.format(-Math.floor(count), unit).replace('yang lalu', 'lalu')
}

// A calendar date alone is meant in Jakarta: its noon falls on the same day there.
function instantOf(value: string | Date): Date {
  if (value instanceof Date) return value
  return new Date(value.length === 10 ? `${value}T12:00:00+07:00` : value)
}
