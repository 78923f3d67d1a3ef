import BetterSqlite3 from 'better-sqlite3'
import { readerOf, type Reader } from './database.ts'

export type Verified<Seen> = {
  /** what SQLite found wrong, in its words; empty where the file is whole */
  readonly faults: readonly string[]
  readonly seen: Seen
}

/**
 * Reads a database file through that nobody else has open: its pages and indexes, its references, and what the
 * caller looks at. It is a single file afterwards, without a write-ahead log beside it.
 */
export function verifyFile<Seen>(path: string, look: (reader: Reader) => Seen): Verified<Seen> {
  const connection = new BetterSqlite3(path, { fileMustExist: true })
  try {
    connection.pragma('journal_mode = delete')
    const damages = (connection.pragma('integrity_check') as { integrity_check: string }[]).flatMap(
      ({ integrity_check: words }) => (words === 'ok' ? [] : [words]),
    )
    const dangling = (connection.pragma('foreign_key_check') as { table: string; parent: string }[]).map(
      ({ table, parent }) => `${table} refers to what is not in ${parent}`,
    )
    return { faults: [...damages, ...dangling], seen: look(readerOf(connection)) }
  } finally {
    connection.close()
  }
}
