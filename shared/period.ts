import * as z from 'zod/mini'

/** A month of the register, `YYYY-MM`. */
export const periodIdSchema = z
  .string()
  .check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
  .brand<'PeriodId'>()
export type PeriodId = z.infer<typeof periodIdSchema>

/** Bandung keeps western Indonesian time (UTC+7) all year, without daylight saving. */
const JAKARTA_OFFSET_MS = 7 * 60 * 60 * 1000

/** Calendar date `YYYY-MM-DD` in Asia/Jakarta of an instant. */
export function jakartaDate(instant: Date): string {
  return new Date(instant.getTime() + JAKARTA_OFFSET_MS).toISOString().slice(0, 10)
}

/** Time of day `HH:MM` in Asia/Jakarta of an instant. */
export function jakartaTime(instant: Date): string {
  return new Date(instant.getTime() + JAKARTA_OFFSET_MS).toISOString().slice(11, 16)
}

/** Period that an instant falls in, in Asia/Jakarta. */
export function periodOf(instant: Date): PeriodId {
  return jakartaDate(instant).slice(0, 7) as PeriodId
}

/** The month after a period. */
export function nextPeriod(period: PeriodId): PeriodId {
  const [year = 0, month = 0] = period.split('-').map(Number)
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${next[0]}-${String(next[1]).padStart(2, '0')}` as PeriodId
}
