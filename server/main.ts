import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { compose } from './composition.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE, lacksDemo, seedDemo } from './demo/seed.ts'
import { keepCheckpointing } from './platform/checkpoint-thread.ts'
import { readConfig } from './platform/config.ts'
import { lockFolder } from './platform/folder-lock.ts'
import { createLog } from './platform/log.ts'

const config = readConfig(process.env)
const log = createLog(config)
const lock = lockFolder(config.DATA_DIR)
if (!lock) {
  console.error(`Another Yes Jitu server uses this data folder: ${resolve(config.DATA_DIR)}`)
  process.exit(1)
}
const server = compose(config, () => new Date(), log)

const stopping = new AbortController()
const closers: (() => unknown)[] = [() => server.close(), () => lock.release()]
async function stop(): Promise<void> {
  stopping.abort()
  for (const close of closers) await close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

if (config.DEMO === 'auto' && lacksDemo(server)) {
  console.log('First start: a demo of two kelurahan is made.')
  await seedDemo(server).catch((error: unknown) => {
    // Stopped halfway: the next start makes the demo again.
    if (!stopping.signal.aborted) throw error
  })
}
if (!stopping.signal.aborted) {
  server.backups?.start()
  const stopCheckpoints = keepCheckpointing(server.database.path, (error) =>
    log.error({ err: error }, 'the thread for checkpoints ended'),
  )
  closers.unshift(stopCheckpoints)
  listen()
}

function listen(): void {
  const listening = serve(
    { fetch: server.app.fetch, port: config.PORT, hostname: config.HOST },
    ({ port }) => {
      console.log(`\nYes Jitu: http://localhost:${port}\n`)
      if (config.DEMO === 'auto' && server.accounts.findByUsername(DEMO_PEOPLE[0].username)) {
        console.log(`Demo accounts, password ${DEMO_PASSWORD}:`)
        for (const { username, role } of DEMO_PEOPLE) console.log(`  ${username.padEnd(12)} ${role}`)
      }
    },
  )
  listening.on('error', (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'EADDRINUSE' ? `port ${config.PORT} is taken: set PORT to another` : error.message
    console.error(`Yes Jitu cannot listen: ${reason}`)
    process.exit(1)
  })
  closers.unshift(async () => {
    const closed = new Promise((resolveClosed) => listening.close(resolveClosed))
    // Phones keep their connections open; what they asked for is answered, then they go.
    if ('closeIdleConnections' in listening) listening.closeIdleConnections()
    await closed
  })
}
