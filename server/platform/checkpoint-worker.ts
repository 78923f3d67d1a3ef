import { statSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'

/** A thousand pages, as SQLite itself would. */
const WORTH_IT_BYTES = 4 * 1024 * 1024
const LOOK_EVERY_MS = 200

const { path } = workerData as { readonly path: string }
const connection = new BetterSqlite3(path, { fileMustExist: true })
connection.pragma('synchronous = FULL')

/** The log stays as large as it once became: its time tells whether something was written since. */
let writtenAt = 0

setInterval(() => {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (!log || log.size < WORTH_IT_BYTES || log.mtimeMs === writtenAt) return
  try {
    // It waits for nobody and keeps nobody waiting: what is in use is left to the next time.
    connection.pragma('wal_checkpoint(PASSIVE)')
    writtenAt = log.mtimeMs
  } catch (error) {
    // A full disk gets room again; until then nothing of the log is lost.
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error
  }
}, LOOK_EVERY_MS)
