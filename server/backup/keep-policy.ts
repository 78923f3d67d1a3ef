import type { Config } from '../platform/config.ts'
import { jakartaDate } from '../../shared/period.ts'

/** How long copies are kept; counted in days and months that have copies, so that no clock can outlive them. */
export type KeepPolicy = {
  /** the last copy of each of so many days */
  readonly days: number
  /** the last copy of each of so many months */
  readonly months: number
}

/** The policy that the configuration sets. */
export function keepPolicyOf(config: Pick<Config, 'BACKUP_KEEP_DAYS' | 'BACKUP_KEEP_MONTHS'>): KeepPolicy {
  return { days: config.BACKUP_KEEP_DAYS, months: config.BACKUP_KEEP_MONTHS }
}

/** Days of which every copy is kept. */
const WHOLE_DAYS = 2

/**
 * The copies that need not be kept any more. Never the newest one.
 * @param copies in any order
 */
export function outlivedCopies<Copy extends { readonly at: Date }>(
  copies: readonly Copy[],
  { days, months }: KeepPolicy,
): readonly Copy[] {
  const newestFirst = copies.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const dayOf = ({ at }: Copy) => jakartaDate(at)
  const monthOf = (copy: Copy) => dayOf(copy).slice(0, 7)
  const recentDays = new Set([...new Set(newestFirst.map(dayOf))].slice(0, WHOLE_DAYS))
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter((copy) => recentDays.has(dayOf(copy))),
    ...lastOfEach(newestFirst, dayOf, days),
    ...lastOfEach(newestFirst, monthOf, months),
  ])
  return newestFirst.filter((copy) => !kept.has(copy))
}

function lastOfEach<Copy>(
  newestFirst: readonly Copy[],
  spanOf: (copy: Copy) => string,
  spans: number,
): Copy[] {
  const last = new Map<string, Copy>()
  for (const copy of newestFirst) if (!last.has(spanOf(copy))) last.set(spanOf(copy), copy)
  return [...last.values()].slice(0, spans)
}
