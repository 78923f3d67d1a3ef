import { expect, test } from 'vitest'
import { fault } from '../shared/faults.ts'
import { createApp } from './app.ts'
import { createLog } from './platform/log.ts'

const app = createApp({
  log: createLog({ LOG_LEVEL: 'silent' }),
  clientDirectory: 'client',
  secure: false,
  actorOf: () => fault('signed-out'),
  features: [],
})

test('the page may use camera and place, start its own workers and show photos that it holds, no more', async () => {
  const { headers } = await app.request('/api/health')
  const permissions = headers.get('permissions-policy')?.split(', ')
  expect(permissions).toEqual(
    expect.arrayContaining(['camera=(self)', 'geolocation=(self)', 'microphone=()']),
  )
  const policy = headers.get('content-security-policy')?.split('; ')
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "img-src 'self' data: blob:",
      'trusted-types yesjitu',
    ]),
  )
})
