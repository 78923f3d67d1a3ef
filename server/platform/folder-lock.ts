import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

export type FolderLock = { readonly release: () => void }

/**
 * Takes a data folder for this process alone, for as long as the lock is held. It is the lock of an empty SQLite
 * file: the kernel frees it with the process, however that ends, so nothing stale is ever left.
 * @param work what only one may do at a time: `server` for all that changes the database's file under others
 * @returns null where another process holds it
 */
export function lockFolder(directory: string, work: 'server' | 'backup' = 'server'): FolderLock | null {
  mkdirSync(directory, { recursive: true })
  const connection = new BetterSqlite3(join(directory, `${work}.lock`), { timeout: 0 })
  try {
    connection.pragma('locking_mode = exclusive')
    connection.exec('begin exclusive')
  } catch (error) {
    connection.close()
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return { release: () => connection.close() }
}
