import { openDatabase } from '../../database/database.ts'
import { isDiskFull } from '../../database/storage-error.ts'
import { createAudit } from '../../platform/audit.ts'
import type { FaultCode } from '../../../shared/faults.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import { carryOver } from './carry-over.ts'
import { layoutOfFile } from './header.ts'
import { createImportReport } from './import-report.ts'
import { publishList } from './publish-list.ts'
import { createSnapshotStore } from './snapshot-store.ts'
import { stageRows } from './stage-rows.ts'
import { openStaging } from './staging.ts'

/** What a worker needs to read one list; it is copied to the thread, so it holds values only. */
export type ImportJob = {
  readonly snapshot: SnapshotId
  readonly databasePath: string
  /** the file as it was received */
  readonly filePath: string
  /** where staged rows may be kept; thrown away by whoever started the job */
  readonly stagingPath: string
  /** `YYYY-MM-DD` */
  readonly asOf: string
  readonly account: string
  readonly device: string | null
}

/**
 * Reads a list from its file into its snapshot and publishes it, on a connection of its own. Expected failures
 * end the snapshot as failed; what it throws leaves it unfinished.
 */
export async function readList(job: ImportJob): Promise<void> {
  const database = openDatabase(job.databasePath, () => new Date())
  const staging = openStaging(job.stagingPath)
  const snapshots = createSnapshotStore(database)
  const audit = createAudit(database)
  const fail = (code: FaultCode) =>
    database.write((tx) => {
      snapshots.fail(tx, job.snapshot, code)
      const { account, device, snapshot } = job
      audit.append(tx, { account, device, action: 'import.fail', subject: snapshot, detail: { fault: code } })
    })
  try {
    const layout = await layoutOfFile(job.filePath)
    if (!layout) return fail('wrong-layout')
    const base = layout.isMended ? snapshots.publishedOn(job.asOf) : null
    if (base) carryOver(database, base, staging)
    const report = createImportReport(database, snapshots, job.snapshot)
    await stageRows(job.filePath, job.asOf, staging, report)
    if (report.accepted() === 0) return fail('nothing-accepted')
    await publishList(database, snapshots, audit, staging, job)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    fail('server-full')
  } finally {
    staging.close()
    database.close()
  }
}
