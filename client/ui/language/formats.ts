import type { Language } from '../../../shared/text.ts'

/** Bandung's clock, whatever the phone is set to. */
const TIME_ZONE = 'Asia/Jakarta'
const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

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

/** Formatters of one language, all in Asia/Jakarta; instants are ISO 8601 or `Date`. */
export function formatsOf(language: Language): Formats {
  const locale = LOCALES[language]
  // Each is made when it is first asked for: together they take a cheap phone a tenth of a second.
  const numbers = once(() => new Intl.NumberFormat(locale))
  const oneDecimal = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }))
  const fiveDecimals = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 5 }))
  const datesAs = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: TIME_ZONE }))
  const dates = datesAs({ day: 'numeric', month: 'short', year: 'numeric' })
  const daysOfYear = datesAs({ day: 'numeric', month: 'short' })
  const times = datesAs({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const months = datesAs({ month: 'long', year: 'numeric' })
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))

  const date = (value: string | Date) => dates().format(instantOf(value))
  const time = (instant: string | Date) => times().format(instantOf(instant))
  const dateTime = (instant: string | Date) => `${date(instant)}, ${time(instant)}`

  return {
    number: (value) => numbers().format(value),
    percent: (share) => `${numbers().format(Math.round(share * 100))} %`,
    bytes: (bytes) =>
      bytes < 1_000_000
        ? `${numbers().format(Math.ceil(bytes / 1000))} KB`
        : `${oneDecimal().format(bytes / 1_000_000)} MB`,
    degrees: (angle) => fiveDecimals().format(angle),
    distance: (metres) =>
      Math.round(metres) < 1000
        ? `${numbers().format(Math.round(metres))} m`
        : `${oneDecimal().format(metres / 1000)} km`,
    date,
    day: (value) => daysOfYear().format(instantOf(value)),
    time,
    dateTime,
    month: (period) => (period.length === 4 ? period : months().format(instantOf(`${period}-01`))),
    moment: (instant, now) => {
      if (date(instant) === date(now)) return time(instant)
      const isThisYear = date(instant).slice(-4) === date(now).slice(-4)
      return isThisYear ? `${daysOfYear().format(instantOf(instant))}, ${time(instant)}` : dateTime(instant)
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
