import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { basename, join } from 'node:path'
import { openDatabase } from '../database/database.ts'
import { verifyFile } from '../database/verify-file.ts'
import { adoptSeals, type Adoption } from '../features/periods/adopt-seal.ts'
import { createAudit } from '../platform/audit.ts'
import { lockFolder } from '../platform/folder-lock.ts'
import { hashFile } from '../platform/hash-file.ts'
import { newId } from '../platform/ids.ts'
import { rotateEpoch } from '../records/settings.ts'
import { createBackupStore } from './backup-store.ts'
import { contentsOf, devicesOf, uncopiedAttachmentsOf } from './contents.ts'
import { DATABASE_FILE, readCopy, sharedFolder, type Copy } from './copy-folder.ts'
import { settleFile, syncDirectory } from './durable-files.ts'
import { ATTACHMENTS, copyMissing, PACKAGES, presentIn } from './shared-contents.ts'

export type RestoreJob = {
  readonly dataDirectory: string
  /** folder of the copy; attachments and packages are looked for beside it */
  readonly copy: string
}

export type Restored = {
  readonly copy: Copy
  /** id of the history that begins now */
  readonly epoch: string
  /** folder that the replaced data were put into; null where there were none */
  readonly aside: string | null
  /** attachments and packages beside the copy that are damaged, or differ from what the data folder has */
  readonly damaged: readonly string[]
  /** seals that the copy is older than */
  readonly seals: Adoption
}

/** The copy on its way to its place: as long as it is there, the data folder is in the middle of a restore. */
const STAGED_FILE = 'restoring.sqlite'
const ASIDE = 'replaced-'

/**
 * Puts a copy in the place of a data folder's database. Whatever goes wrong before the exchange leaves the folder
 * as it was; what was replaced is kept aside. Attachments and packages that the folder has stay, missing ones come
 * from beside the copy. Seals that the copy is older than are taken over from their records. Phones then offer again
 * what the copy lacks. Rules [B4] and [B5] of sync, [P10] of the register.
 * @throws Error where a server, a backup or another restore runs on the folder, or where the copy is not whole
 */
export function restoreBackup({ dataDirectory, copy: path }: RestoreJob, clock: () => Date): Restored {
  const copy = readCopy(path)
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const server = lockFolder(dataDirectory)
  if (!server) throw new Error(`a server runs on ${dataDirectory}: stop it first`)
  const backup = lockFolder(dataDirectory, 'backup')
  try {
    if (!backup) throw new Error('a backup is running on this data folder: wait until it has ended')
    const prepared = prepare(dataDirectory, copy, clock)
    return { copy, ...prepared, aside: exchange(dataDirectory, clock()) }
  } finally {
    backup?.release()
    server.release()
  }
}

/**
 * Refuses a folder whose restore was broken off between taking the old data away and putting the new in place.
 * @throws Error that says what to do
 */
export function refuseHalfRestored(dataDirectory: string): void {
  if (!existsSync(join(dataDirectory, DATABASE_FILE)) && existsSync(join(dataDirectory, STAGED_FILE)))
    throw new Error(`a restore into ${dataDirectory} was broken off: run it again`)
}

/** All that can go wrong; the old data are in their place until it has gone well. */
function prepare(
  dataDirectory: string,
  copy: Copy,
  clock: () => Date,
): Pick<Restored, 'epoch' | 'damaged' | 'seals'> {
  const staged = join(dataDirectory, STAGED_FILE)
  removeDatabase(staged)
  try {
    stage(staged, copy)
    const attachments = join(dataDirectory, 'attachments')
    const packages = join(dataDirectory, 'packages')
    const shared = [
      copyMissing(sharedFolder(copy, 'attachments'), attachments, ATTACHMENTS),
      copyMissing(sharedFolder(copy, 'packages'), packages, PACKAGES),
    ]
    const begun = beginHistory(staged, copy, packages, clock)
    return { ...begun, damaged: shared.flatMap(({ damaged }) => damaged) }
  } catch (error) {
    removeDatabase(staged)
    throw error
  }
}

/** Brings the copy into the data folder and reads it through. */
function stage(staged: string, { path, manifest }: Copy): void {
  copyFileSync(join(path, DATABASE_FILE), staged)
  if (hashFile(staged) !== manifest.database.sha256) throw new Error(`the copy in ${path} is damaged`)
  const { faults, seen } = verifyFile(staged, contentsOf)
  if (faults.length > 0) throw new Error(`the copy in ${path} is damaged: ${faults.join('; ')}`)
  if (!isDeepStrictEqual(seen, manifest.contents))
    throw new Error(`the copy in ${path} does not hold what its manifest says`)
}

/** A history of its own from here on; what it begins with is backed up: it is the backup. */
function beginHistory(
  staged: string,
  copy: Copy,
  packages: string,
  clock: () => Date,
): Pick<Restored, 'epoch' | 'seals'> {
  const database = openDatabase(staged, clock)
  try {
    const rotated = database.write((tx) => {
      const epoch = rotateEpoch(tx, database)
      const store = createBackupStore(database)
      store.note(tx, copy, epoch)
      for (const reach of devicesOf(database)) store.cover(tx, reach)
      const copied = presentIn(sharedFolder(copy, 'attachments'), uncopiedAttachmentsOf(database))
      for (const { sha256 } of copied) store.coverAttachment(tx, sha256)
      createAudit(database).append(tx, {
        account: null,
        device: null,
        action: 'server.restore',
        subject: copy.name,
        detail: { changes: copy.manifest.contents.changeSeq, before: copy.manifest.contents.epoch, epoch },
      })
      return epoch
    })
    return { epoch: rotated, seals: adoptSeals(database, packages) }
  } finally {
    database.close()
    settleFile(staged)
  }
}

/** Puts the old database aside and the new one in its place. */
function exchange(dataDirectory: string, at: Date): string | null {
  const database = join(dataDirectory, DATABASE_FILE)
  // The database first: while it is away no server starts, so nothing is written without its log.
  const present = [database, ...besides(database)].filter((path) => existsSync(path))
  const aside = present.length > 0 ? asideFolder(dataDirectory, at) : null
  for (const path of present) renameSync(path, join(aside ?? '', basename(path)))
  if (aside) syncDirectory(aside)
  renameSync(join(dataDirectory, STAGED_FILE), database)
  syncDirectory(dataDirectory)
  return aside
}

/** A new folder; or, where a restore was broken off, the one that has the rest of what is to be put aside. */
function asideFolder(dataDirectory: string, at: Date): string {
  const begun = readdirSync(dataDirectory)
    .filter((name) => name.startsWith(ASIDE))
    .sort()
    .at(-1)
  if (begun !== undefined && !existsSync(join(dataDirectory, DATABASE_FILE)))
    return join(dataDirectory, begun)
  const path = join(dataDirectory, `${ASIDE}${at.toISOString().replaceAll(/[-:.]/g, '')}-${newId()}`)
  mkdirSync(path, { mode: 0o700 })
  return path
}

function removeDatabase(path: string): void {
  for (const file of [path, ...besides(path)]) rmSync(file, { force: true })
}

/** What SQLite keeps beside a database: its log and its index. */
function besides(path: string): string[] {
  return [`${path}-wal`, `${path}-shm`, `${path}-journal`]
}
