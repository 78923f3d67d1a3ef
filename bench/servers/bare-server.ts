import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

// The least that a sync server can do: read the body, parse it, insert its changes in one durable transaction.
const database = new BetterSqlite3(join(mkdtempSync(join(tmpdir(), 'yesjitu-bare-')), 'bare.sqlite'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('create table change (id text primary key, survey_id text not null, body text not null) strict')
const insert = database.prepare(
  'insert into change (id, survey_id, body) values (?, ?, ?) on conflict (id) do nothing',
)
const insertAll = database.transaction((changes: { id: string; survey: string }[]) => {
  for (const change of changes) insert.run(change.id, change.survey, JSON.stringify(change))
})

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const { changes } = JSON.parse(Buffer.concat(parts).toString())
    insertAll.immediate(changes)
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ taken: changes.length }))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' ? address?.port : undefined)
})
