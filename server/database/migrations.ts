import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type BetterSqlite3 from 'better-sqlite3'

// Beside this file in the sources, and beside the bundle in production.
const DIRECTORY = fileURLToPath(new URL('./migrations/', import.meta.url))

/**
 * Applies the numbered migrations that the file has not seen, each in its own transaction. `user_version` holds
 * the number of the last one.
 * @throws Error where the file is newer than this program
 */
export function applyMigrations(connection: BetterSqlite3.Database): void {
  const migrations = readdirSync(DIRECTORY)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
  const applied = () => connection.pragma('user_version', { simple: true }) as number
  if (applied() > migrations.length)
    throw new Error(`the database is newer (${applied()}) than this program (${migrations.length})`)
  for (const [index, name] of migrations.entries()) {
    connection
      .transaction(() => {
        // Asked again inside the transaction: a worker may open the same new file at the same time.
        if (applied() > index) return
        connection.exec(readFileSync(DIRECTORY + name, 'utf8'))
        connection.pragma(`user_version = ${index + 1}`)
      })
      .immediate()
  }
}
