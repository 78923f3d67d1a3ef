import BetterSqlite3 from 'better-sqlite3'

/** True where SQLite itself failed (disk full, locked, damaged): no fault of what was being written. */
export function isStorageError(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT')
}

/** True where no space is left on the disk. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_FULL')
}
