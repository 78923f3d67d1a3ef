import type { Database } from '../../database/database.ts'
import type { PeriodId } from '../../../shared/period.ts'
import { writePackage } from './package/write-package.ts'
import { createPeriodStore } from './period-store.ts'

/**
 * Writes the package of a sealed period again, as it was. Rule [K2] of SPEC.md.
 * @throws Error where the period is not sealed, or where the bytes are not those that were sealed
 */
export function rewritePackage(database: Database, period: PeriodId, directory: string): void {
  const stored = createPeriodStore(database).find(period)
  if (!stored?.sealed || !stored.cutOff) throw new Error(`period ${period} is not sealed`)
  const { package: file, ...result } = stored.sealed
  writePackage(database, directory, { id: period, cutOff: stored.cutOff, ...result }, { sha256: file.sha256 })
}
