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
  const migrations = migrationFiles()
  const applied = () => versionOf(connection)
  refuseNewer(applied(), migrations.length)
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

/**
 * Checks that a file is at this program's schema, and leaves it as it is.
 * @throws Error where it is newer or older
 */
export function expectMigrated(connection: BetterSqlite3.Database): void {
  const [version, newest] = [versionOf(connection), migrationFiles().length]
  refuseNewer(version, newest)
  if (version < newest)
    throw new Error(
      `the database is older (${version}) than this program (${newest}): start the server first`,
    )
}

function refuseNewer(version: number, newest: number): void {
  if (version > newest) throw new Error(`the database is newer (${version}) than this program (${newest})`)
}

function versionOf(connection: BetterSqlite3.Database): number {
  return connection.pragma('user_version', { simple: true }) as number
}

function migrationFiles(): string[] {
  return readdirSync(DIRECTORY)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
}
