import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { openDatabase, type Database } from '../database/database.ts'
import { verifyFile } from '../database/verify-file.ts'
import { createAudit } from '../platform/audit.ts'
import { lockFolder } from '../platform/folder-lock.ts'
import { hashFile } from '../platform/hash-file.ts'
import { readEpoch } from '../records/settings.ts'
import { createBackupStore } from './backup-store.ts'
import {
  contentsOf,
  devicesOf,
  uncopiedAttachmentsOf,
  type DeviceReach,
  type UncopiedAttachment,
} from './contents.ts'
import {
  beginCopy,
  DATABASE_FILE,
  listCopies,
  removeUnfinished,
  sharedFolder,
  type Copy,
  type CopyInMaking,
  type Manifest,
} from './copy-folder.ts'
import { settleFile } from './durable-files.ts'
import { outlivedCopies, type KeepPolicy } from './keep-policy.ts'
import { ATTACHMENTS, copyMissing, filesBelow, PACKAGES, presentIn } from './shared-contents.ts'

export type BackupJob = {
  readonly dataDirectory: string
  /** on other storage, else it dies with the data; made where it is not there */
  readonly backupDirectory: string
  readonly keep: KeepPolicy
}

export type Backup = {
  readonly copy: Copy
  /** attachments and packages that could not be copied whole; the copy stands without them */
  readonly damaged: readonly string[]
  /** names of older copies that were removed */
  readonly removed: readonly string[]
}

// The server writes meanwhile: a transaction ends after so many devices, or pictures.
const ROWS_PER_TRANSACTION = 500

/**
 * Copies a data folder while its server runs, or not, and notes in it what the copy holds once that was verified:
 * phones then hear that it is backed up. It blocks its thread while it copies. Rules [B1] to [B3] of SPEC.md.
 * @throws Error where another backup or a restore runs, or where the copy is not what was copied
 */
export async function makeBackup(job: BackupJob, clock: () => Date): Promise<Backup> {
  const lock = lockFolder(job.dataDirectory, 'backup')
  if (!lock) throw new Error('another backup or a restore is running on this data folder')
  try {
    mkdirSync(job.backupDirectory, { recursive: true, mode: 0o700 })
    chmodSync(job.backupDirectory, 0o700)
    removeUnfinished(job.backupDirectory)
    const database = openDatabase(join(job.dataDirectory, DATABASE_FILE), clock, 'expect')
    try {
      return await backUp(job, database, clock())
    } finally {
      database.close()
    }
  } finally {
    lock.release()
  }
}

async function backUp(job: BackupJob, database: Database, at: Date): Promise<Backup> {
  const making = beginCopy(job.backupDirectory, at)
  try {
    const { contents, devices, uncopied } = await copyDatabase(database, making)
    // After the database: what it names was complete before it was named.
    const attachments = copyShared(job, making, 'attachments')
    const packages = copyShared(job, making, 'packages')
    const copy = making.finish({
      format: 'yesjitu-cadangan-1',
      at: at.toISOString(),
      database: fileOf(join(making.path, DATABASE_FILE)),
      contents,
      attachments: { files: attachments.files, bytes: attachments.bytes },
      packages: filesBelow(sharedFolder(making, 'packages')).map(fileOf),
    })
    note(database, copy, devices)
    const arrived = presentIn(sharedFolder(copy, 'attachments'), uncopied)
    noteAttachments(database, arrived)
    return {
      copy,
      damaged: [...attachments.damaged, ...packages.damaged],
      removed: removeOutlived(job, copy),
    }
  } finally {
    making.abandon()
  }
}

/** Copies, and reads the copy through: it must hold what the database held at that moment. */
async function copyDatabase(
  database: Database,
  making: CopyInMaking,
): Promise<{
  contents: Manifest['contents']
  devices: readonly DeviceReach[]
  uncopied: readonly UncopiedAttachment[]
}> {
  const path = join(making.path, DATABASE_FILE)
  const copied = await database.copyTo(path, () => contentsOf(database))
  const { faults, seen } = verifyFile(path, (reader) => ({
    contents: contentsOf(reader),
    devices: devicesOf(reader),
    uncopied: uncopiedAttachmentsOf(reader),
  }))
  if (faults.length > 0) throw new Error(`the copy is damaged: ${faults.join('; ')}`)
  if (!isDeepStrictEqual(seen.contents, copied))
    throw new Error(`the copy holds ${JSON.stringify(seen.contents)} instead of ${JSON.stringify(copied)}`)
  settleFile(path)
  return seen
}

function copyShared(job: BackupJob, making: CopyInMaking, kind: 'attachments' | 'packages') {
  const rule = kind === 'attachments' ? ATTACHMENTS : PACKAGES
  return copyMissing(join(job.dataDirectory, kind), sharedFolder(making, kind), rule)
}

function fileOf(path: string): Manifest['database'] {
  return { name: path.slice(path.lastIndexOf('/') + 1), bytes: statSync(path).size, sha256: hashFile(path) }
}

function note(database: Database, copy: Copy, devices: readonly DeviceReach[]): void {
  // A restore cannot come between: it takes the same lock. This guards against a program that does not.
  if (readEpoch(database) !== copy.manifest.contents.epoch)
    throw new Error('the data were replaced while they were copied')
  const store = createBackupStore(database)
  const audit = createAudit(database)
  const { contents, database: file } = copy.manifest
  database.write((tx) => {
    store.note(tx, copy, copy.manifest.contents.epoch)
    audit.append(tx, {
      account: null,
      device: null,
      action: 'backup.make',
      subject: copy.name,
      detail: { changes: contents.changeSeq, sha256: file.sha256 },
    })
  })
  for (let from = 0; from < devices.length; from += ROWS_PER_TRANSACTION) {
    database.write((tx) => {
      for (const reach of devices.slice(from, from + ROWS_PER_TRANSACTION)) store.cover(tx, reach)
    })
  }
}

/** Its row is in the copy, its bytes beside it. */
function noteAttachments(database: Database, copied: readonly UncopiedAttachment[]): void {
  const store = createBackupStore(database)
  for (let from = 0; from < copied.length; from += ROWS_PER_TRANSACTION) {
    database.write((tx) => {
      for (const { sha256 } of copied.slice(from, from + ROWS_PER_TRANSACTION))
        store.coverAttachment(tx, sha256)
    })
  }
}

function removeOutlived({ backupDirectory, keep }: BackupJob, made: Copy): readonly string[] {
  const copies = listCopies(backupDirectory).map(({ name, path, manifest }) => ({
    name,
    path,
    at: new Date(manifest.at),
  }))
  // With a clock that went back the newest may not be the one just made.
  const outlived = outlivedCopies(copies, keep).filter(({ name }) => name !== made.name)
  for (const { path } of outlived) rmSync(path, { recursive: true })
  return outlived.map(({ name }) => name)
}
