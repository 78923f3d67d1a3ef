import type { PeriodId } from '../../../shared/period.ts'

/** The month before a period. */
export function previousPeriod(period: PeriodId): PeriodId {
  const [year = 0, month = 0] = period.split('-').map(Number)
  const previous = month === 1 ? [year - 1, 12] : [year, month - 1]
  return `${previous[0]}-${String(previous[1]).padStart(2, '0')}` as PeriodId
}
