import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { serve } from '@hono/node-server'
import { compose } from '../../server/composition.ts'
import { keepCheckpointing } from '../../server/platform/checkpoint-thread.ts'
import type { Transaction } from '../../server/database/database.ts'
import { createSessionStore } from '../../server/features/accounts/session-store.ts'
import { newId } from '../../server/platform/ids.ts'
import { readConfig } from '../../server/platform/config.ts'
import { createLog } from '../../server/platform/log.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { KelurahanCode, Stream } from '../../shared/population/area.ts'
import { listedHousehold, publishList } from '../../tests/support/listed.ts'
import type { Asked, ServerPhone } from './server-questions.ts'

// The product as it is. What a suite wants to know of it, it asks over the channel between processes: the product has
// no such thing.
const directory = mkdtempSync(join(tmpdir(), 'yesjitu-bench-'))
const config = readConfig({
  ...process.env,
  DATA_DIR: directory,
  CLIENT_DIR: directory,
  LOG_LEVEL: 'error',
  DEMO: 'never',
})
const server = compose(config, () => new Date(), createLog(config))
keepCheckpointing(server.database.path, console.error)
const sessions = createSessionStore(server.database)
const loop = monitorEventLoopDelay({ resolution: 1 })
let accounts = 0

/** One enumerator in one RW, signed in: ten thousand passwords would take longer than what they are needed for. */
function phoneIn(tx: Transaction, stream: Stream): ServerPhone {
  const [kelurahan = '', rw = ''] = stream.split('/')
  const device = newId<DeviceId>()
  accounts += 1
  const username = `ukur${accounts}`
  const account = server.accounts.add(tx, { username, name: 'Ukur', role: 'enumerator', passwordHash: '' })
  server.scopes.give(tx, { account, kelurahan: kelurahan as KelurahanCode, rw }, account)
  sessions.registerDevice(tx, account, device, 'ukur')
  const token = sessions.open(tx, account, device, 1)
  return { device, stream, cookie: `yesjitu-session=${token}` }
}

const count = (table: 'change' | 'quarantine') =>
  server.database.query<{ count: number }>(`select count(*) as count from ${table}`).get()?.count ?? 0

function answer(asked: Asked): unknown {
  switch (asked.kind) {
    case 'phones':
      return server.database.write((tx) => asked.streams.map((stream) => phoneIn(tx, stream)))
    case 'list':
      publishList(
        server.database,
        Array.from({ length: asked.households }, (_, index) => listedHousehold(`Warga ${index}`)),
        '2026-10-31',
      )
      return null
    case 'watch-loop':
      loop.reset()
      loop.enable()
      return null
    case 'loop':
      loop.disable()
      return { p99Ms: loop.percentile(99) / 1e6, maxMs: loop.max / 1e6 }
    case 'state':
      return {
        changes: count('change'),
        quarantined: count('quarantine'),
        rssBytes: process.memoryUsage.rss(),
      }
  }
}

process.on('message', (asked: Asked) => process.send?.({ answer: answer(asked) }))
serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
