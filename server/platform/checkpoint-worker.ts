import { statSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'

/** A thousand pages, as SQLite itself would. */
const WORTH_IT_BYTES = 4 * 1024 * 1024
const LOOK_EVERY_MS = 200

const { path } = workerData as { readonly path: string }
const connection = new BetterSqlite3(path, { fileMustExist: true })
connection.pragma('synchronous = FULL')

setInterval(() => {
  const bytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  // It waits for nobody and keeps nobody waiting: what is in use is left to the next time.
  if (bytes >= WORTH_IT_BYTES) connection.pragma('wal_checkpoint(PASSIVE)')
}, LOOK_EVERY_MS)
