import { serve } from '@hono/node-server'
import { compose } from './composition.ts'
import { seedDemo, DEMO_PASSWORD, DEMO_PEOPLE } from './demo/seed.ts'
import { readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'

const config = readConfig(process.env)
const log = createLog(config)
const server = compose(config, () => new Date(), log)

if (config.DEMO === 'auto' && server.accounts.count() === 0) {
  console.log('First start: a demo of two kelurahan is made.')
  await seedDemo(server)
}

const listening = serve({ fetch: server.app.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) => {
  console.log(`\nYes Jitu: http://localhost:${port}\n`)
  if (config.DEMO === 'auto' && server.accounts.findByUsername(DEMO_PEOPLE[0].username)) {
    console.log(`Demo accounts, password ${DEMO_PASSWORD}:`)
    for (const { username, role } of DEMO_PEOPLE) console.log(`  ${username.padEnd(12)} ${role}`)
  }
})
listening.on('error', (error: NodeJS.ErrnoException) => {
  const reason =
    error.code === 'EADDRINUSE' ? `port ${config.PORT} is taken: set PORT to another` : error.message
  console.error(`Yes Jitu cannot listen: ${reason}`)
  process.exit(1)
})

async function stop(): Promise<void> {
  const closed = new Promise((resolve) => listening.close(resolve))
  // Phones keep their connections open; what they asked for is answered, then they go.
  if ('closeIdleConnections' in listening) listening.closeIdleConnections()
  await closed
  await server.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
