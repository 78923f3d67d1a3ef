import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '../../server/demo/generate/random.ts'
import { killUnderLoad } from '../support/kill-under-load.ts'
import { FROM_SOURCES, startServer, type ServerProcess } from '../support/server-process.ts'

const KILLS = 6
const PHONES = 3
const LONGEST_LIFE_MS = 120

let server: ServerProcess
beforeAll(async () => {
  server = await startServer({}, FROM_SOURCES)
}, 60_000)
afterAll(() => server.end())

test('[S6][S7] a server killed at any moment under load keeps all that it gave a receipt for, once', async () => {
  const random = createRandom(20)
  const run = await killUnderLoad(server, random, {
    kills: KILLS,
    phones: PHONES,
    longestLifeMs: LONGEST_LIFE_MS,
  })
  expect(run.killings.map(({ damage, lost }) => ({ damage, lost }))).toEqual(
    Array.from({ length: KILLS }, () => ({ damage: [], lost: [] })),
  )
  // The write-ahead log held what the file did not have yet, and requests were underway.
  expect(run.killings.some(({ walBytes }) => walBytes > 0)).toBe(true)
  expect(run.killings.some(({ underway }) => underway > 0)).toBe(true)
  expect(run).toMatchObject({ quarantined: 0, wrong: [], brokenAudit: null, logged: run.acknowledged })
  expect(run.acknowledged).toBeGreaterThan(KILLS)
}, 120_000)
