import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../../database/database.ts'
import { createAudit } from '../../platform/audit.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import { createSnapshotStore } from './snapshot-store.ts'

const BATCH = 200

/**
 * Marks imports that the server's death left unfinished as failed, before anything else may import.
 * @param signal stops the sweeping, which the next start takes up again
 * @returns when their rows are swept too, in small batches, so that requests are answered meanwhile
 */
export function sweepInterrupted(database: Database, signal: AbortSignal): Promise<void> {
  const snapshots = createSnapshotStore(database)
  for (const id of snapshots.unfinished()) interrupt(database, id, { account: null, device: null })
  return sweepFailed(database, signal)
}

/** Ends an unfinished import as interrupted; nothing happens to one that has ended. */
export function interrupt(
  database: Database,
  id: SnapshotId,
  by: { account: string | null; device: string | null },
): void {
  const snapshots = createSnapshotStore(database)
  const audit = createAudit(database)
  database.write((tx) => {
    if (!snapshots.unfinished().includes(id)) return
    snapshots.fail(tx, id, 'import-interrupted')
    const detail = { fault: 'import-interrupted' }
    audit.append(tx, { ...by, action: 'import.fail', subject: id, detail })
  })
}

/** Deletes what failed imports left behind: their households, and rejections that nobody is to mend. */
export async function sweepFailed(database: Database, signal: AbortSignal): Promise<void> {
  const failed = database.query<{ id: string }>(
    `select id from snapshot where state = 'failed' and fault <> 'nothing-accepted'`,
  )
  const households = database.command(
    `delete from listed_household where snapshot_id = ?1 and household_id in
       (select household_id from listed_household where snapshot_id = ?1 limit ${BATCH})`,
  )
  const rejections = database.command(
    `delete from import_rejection where snapshot_id = ?1 and line in
       (select line from import_rejection where snapshot_id = ?1 limit ${BATCH})`,
  )
  for (const { id } of failed.all()) {
    for (const remove of [households, rejections]) {
      while (!signal.aborted && database.write((tx) => remove(tx, id)).changes > 0) await nextTurn()
    }
  }
}
