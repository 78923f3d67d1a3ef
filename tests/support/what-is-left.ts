import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Database } from '../../server/database/database.ts'
import type { ChangeId } from '../../shared/ids.ts'
import type { ChangeResult } from '../../shared/sync/protocol.ts'

export type Receipts = ReadonlyMap<ChangeId, ChangeResult>

/** What a server left on its disk, as the next start finds it. */
export type Left = {
  /** of the write-ahead log, which the next start has to read */
  readonly walBytes: number
  /** what SQLite finds wrong with the file: nothing, when all is well */
  readonly damage: readonly string[]
  /** acknowledged changes that the log does not hold, or not with that result */
  readonly lost: readonly ChangeId[]
}

/** Looks at a data folder whose server is not running. */
export function whatIsLeft(dataDirectory: string, receipts: Receipts): Left {
  const wal = join(dataDirectory, 'yesjitu.sqlite-wal')
  const walBytes = existsSync(wal) ? statSync(wal).size : 0
  return withDatabase(dataDirectory, (database) => {
    const logged = new Map(
      database
        .query<{ id: ChangeId; result: string }>('select id, result from change')
        .all()
        .map(({ id, result }) => [id, result]),
    )
    return {
      walBytes,
      damage: [
        ...database.query<{ integrity_check: string }>('pragma integrity_check').all(),
        ...database.query('pragma foreign_key_check').all(),
      ]
        .map((row) => JSON.stringify(row))
        .filter((row) => row !== '{"integrity_check":"ok"}'),
      lost: [...receipts].flatMap(([id, told]) => (isSame(logged.get(id), told) ? [] : [id])),
    }
  })
}

/** Opens the database as the next start does. */
export function withDatabase<Result>(dataDirectory: string, look: (database: Database) => Result): Result {
  const database = openDatabase(join(dataDirectory, 'yesjitu.sqlite'), () => new Date())
  try {
    return look(database)
  } finally {
    database.close()
  }
}

/** A result is what it says; in which order it says it does not matter. */
function isSame(logged: string | undefined, told: ChangeResult): boolean {
  if (logged === undefined) return false
  const { outcome, survey, version, receipt } = JSON.parse(logged) as ChangeResult
  return (
    outcome === told.outcome &&
    survey === told.survey &&
    version === told.version &&
    receipt.hash === told.receipt.hash &&
    receipt.epoch === told.receipt.epoch &&
    receipt.at === told.receipt.at
  )
}
