import type { Database, Transaction } from '../../database/database.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import { inShortTransactions } from './short-transactions.ts'
import type { RowFault } from './rejection-words.ts'
import type { Reasons, RejectedRow, SnapshotStore } from './snapshot-store.ts'

// Both bound what waits in memory and how often the one writer is asked.
const MAX_WAITING = 200
const PROGRESS_EVERY_MS = 300

export type ImportReport = {
  readonly accepted: () => number
  accept: () => void
  reject: (line: number, raw: string, fault: RowFault) => void
  /** Writes down what is due; `atEnd` whatever is left. */
  write: (bytesRead: number, atEnd: boolean) => Promise<void>
}

/** Counts of an import as they grow, and its rejected rows, written a few times a second. */
export function createImportReport(
  database: Database,
  snapshots: SnapshotStore,
  id: SnapshotId,
): ImportReport {
  const reasons: Reasons = {}
  let accepted = 0
  let rejected = 0
  let waiting: RejectedRow[] = []
  let writtenAt = performance.now()
  return {
    accepted: () => accepted,
    accept: () => {
      accepted += 1
    },
    reject: (line, raw, { code, reason }) => {
      rejected += 1
      reasons[code] = (reasons[code] ?? 0) + 1
      waiting.push({ line, code, reason, raw })
    },
    write: async (bytesRead, atEnd) => {
      const isDue = waiting.length >= MAX_WAITING || performance.now() - writtenAt > PROGRESS_EVERY_MS
      if (!isDue && !atEnd) return
      const check = (tx: Transaction) => snapshots.expectState(tx, id, 'reading')
      await inShortTransactions(database, waiting, check, (tx, row) => snapshots.reject(tx, id, row))
      waiting = []
      writtenAt = performance.now()
      database.write((tx) => {
        check(tx)
        snapshots.advance(tx, id, { bytesRead, accepted, rejected, reasons })
      })
    },
  }
}
