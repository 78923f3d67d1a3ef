// The client with hot reload and the server with restart, on one origin: Vite serves PORT and passes /api on.
import { createServer } from 'node:net'
import { serve } from './children.mjs'

/** A port of this machine that nobody listens on at the moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(String(port)))
    })
  })
}

const port = process.env.PORT ?? '8787'
const apiPort = await freePort()
console.log(`Yes Jitu for development: http://localhost:${port}`)

process.exitCode = await serve([
  {
    args: ['--watch', '--watch-preserve-output', '--import', 'tsx', 'server/main.ts'],
    environment: { PORT: apiPort, HOST: '127.0.0.1' },
  },
  {
    args: ['node_modules/vite/bin/vite.js', '--logLevel', 'warn'],
    environment: { PORT: port, API_PORT: apiPort },
  },
])
