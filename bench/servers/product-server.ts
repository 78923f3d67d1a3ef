import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { compose } from '../../server/composition.ts'
import { hashPassword } from '../../server/features/accounts/password.ts'
import { readConfig } from '../../server/platform/config.ts'
import { createLog } from '../../server/platform/log.ts'
import type { KelurahanCode } from '../../shared/population/area.ts'

// The product as it is, with one enumerator in one kelurahan and nothing on the list.
const directory = mkdtempSync(join(tmpdir(), 'yesjitu-bench-'))
const config = readConfig({ DATA_DIR: directory, CLIENT_DIR: directory, LOG_LEVEL: 'error', DEMO: 'never' })
const server = compose(config, () => new Date(), createLog(config))
const passwordHash = await hashPassword('ukur')
server.database.write((tx) => {
  const account = server.accounts.add(tx, {
    username: 'ukur',
    name: 'Ukur',
    role: 'enumerator',
    passwordHash,
  })
  server.scopes.give(tx, { account, kelurahan: '32.73.01.1001' as KelurahanCode, rw: null }, account)
})
serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
