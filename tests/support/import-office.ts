import { createReadStream, createWriteStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { isFault } from '../../shared/faults.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import { openDatabase } from '../../server/database/database.ts'
import { LIST_DATE, writeList, type ListOptions } from '../../server/demo/generate/generate-list.ts'
import { createImports } from '../../server/features/imports/imports.ts'
import { createAudit } from '../../server/platform/audit.ts'
import { testDirectory } from './list-file.ts'

export const BY = { account: 'admin', device: null }

/** A database with its imports, and what tests ask of both; on a directory used before, the server's next start. */
export function office(directory = testDirectory()) {
  const database = openDatabase(join(directory, 'test.sqlite'), () => new Date())
  const audit = createAudit(database)
  const options = { directory: join(directory, 'uploads'), bodyLimitBytes: 50_000_000 }
  const imports = createImports(database, audit, pino({ level: 'silent' }), options)
  onTestFinished(async () => {
    await imports.close()
    database.close()
  })

  async function begin(body: ReadableStream<Uint8Array>, asOf = LIST_DATE) {
    const begun = await imports.receive(BY, { fileName: 'daftar.txt', asOf, body })
    if (isFault(begun)) throw new Error(begun.fault)
    return begun.import.id
  }
  async function read(body: ReadableStream<Uint8Array>, asOf?: string) {
    const id = await begin(body, asOf)
    await imports.ended(id)
    const ended = imports.find(id)
    if (!ended) throw new Error('the import is gone')
    return ended
  }
  const listed = (id: string) =>
    database
      .query<{ household_id: string; stream: string; position: number; document: string; protected: string }>(
        'select * from listed_household where snapshot_id = ? order by stream, position',
      )
      .all(id)
      .map((row) => ({ ...row, document: JSON.parse(row.document) as SurveyDocument }))
  const count = (table: string) =>
    database.query<{ rows: number }>(`select count(*) as rows from ${table}`).get()?.rows ?? 0
  const actions = () =>
    database
      .query<{ action: string }>('select action from audit order by seq')
      .all()
      .map(({ action }) => action)
  return {
    database,
    audit,
    imports,
    begin,
    read,
    listed,
    count,
    actions,
    uploads: () => readdirSync(options.directory),
  }
}

/** A generated list as a file. */
export async function generated(options: ListOptions) {
  const path = join(testDirectory(), 'list.txt')
  const report = await writeList(options, createWriteStream(path))
  return { report, body: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, path }
}
