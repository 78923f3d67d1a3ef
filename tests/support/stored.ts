import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import type { ServerProcess } from './server-process.ts'

/** What a server process has on its disk, whether it runs or was killed. */
export type Stored = {
  /** changes of the log, in order; each row is one that was applied */
  readonly changes: readonly { readonly id: string; readonly device: string; readonly deviceSeq: number }[]
  readonly quarantined: number
  /** documents of all surveys */
  readonly documents: readonly SurveyDocument[]
}

/** Reads the database of a server process beside it. */
export function stored(server: ServerProcess): Stored {
  return withDatabase(server, true, (database) => ({
    changes: database
      .prepare<[], Stored['changes'][number]>(
        'select id, device_id as device, device_seq as deviceSeq from change order by seq',
      )
      .all(),
    quarantined: Number(database.prepare('select count(*) from quarantine').pluck().get()),
    documents: database
      .prepare<[], string>('select document from survey order by id')
      .pluck()
      .all()
      .map((document) => JSON.parse(String(document)) as SurveyDocument),
  }))
}

/** The rows of sealed requests, as they stand. */
export function confidentialOf(
  server: ServerProcess,
): readonly { readonly id: string; readonly done_at: unknown }[] {
  return withDatabase(server, true, (database) =>
    database
      .prepare<[], { id: string; done_at: unknown }>('select * from confidential_request order by id')
      .all(),
  )
}

/** Ends every session, as time does. */
export function expireSessions(server: ServerProcess): void {
  withDatabase(server, false, (database) => database.exec('delete from session'))
}

function withDatabase<Result>(
  { dataDirectory }: ServerProcess,
  readonly: boolean,
  work: (database: Sqlite.Database) => Result,
): Result {
  const database = new Sqlite(join(dataDirectory, 'yesjitu.sqlite'), { readonly, fileMustExist: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}
