import { createHash } from 'node:crypto'
import { rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { periodSchema, periodsSchema } from '../../../shared/api/periods.ts'
import type { DeviceId } from '../../../shared/ids.ts'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import { createAudit } from '../../platform/audit.ts'
import type { ApiEnv } from '../../platform/http.ts'
import { packageName } from './package/write-package.ts'
import { createPeriodThreads } from './period-threads.ts'
import { periodRoutes } from './routes.ts'
import { ADMIN, createCity, NOVEMBER, NOW, settleCity, type City } from './testing/city.ts'

let city: City
let app: Hono<ApiEnv>
let sealsHeard = 0
beforeEach(() => {
  city = createCity()
  app = new Hono<ApiEnv>()
  app.use(async (context, next) => {
    context.set('actor', {
      account: ADMIN,
      name: 'Admin Kota',
      role: 'city-admin',
      device: 'uji' as DeviceId,
      scopeVersion: 1,
      areas: [],
    })
    await next()
  })
  app.route(
    '/',
    periodRoutes({
      database: city.database,
      audit: createAudit(city.database),
      clock: () => NOW,
      directory: city.packages,
      threads: createPeriodThreads(city.databasePath),
      sealed: () => (sealsHeard += 1),
    }),
  )
})
afterEach(() => city.end())

async function list() {
  const reply = await app.request('/api/periods')
  return periodsSchema.parse(await reply.json()).periods
}

async function seal(period: string) {
  return app.request(`/api/periods/${period}/seal`, { method: 'POST' })
}

function auditCount(action: string) {
  return city.database
    .query<{ count: number }>('select count(*) as count from audit where action = ?')
    .get(action)?.count
}

test('the open period leads with the figures that a seal would give, and with who waits', async () => {
  settleCity(city, 2)
  city.setStatus(city.survey(5, EMPTY_DOCUMENT, 'draft'), 'submitted')
  const [open, ...sealed] = await list()
  expect(open).toMatchObject({ id: NOVEMBER, state: 'open', waiting: 1, sealedAt: null, package: null })
  expect(open?.figures).toMatchObject({ surveys: 6, households: 4, added: 4, gone: 1 })
  expect(sealed).toEqual([])
})

test('[P8] the seal answers the sealed period, twice the same, and is heard of once', async () => {
  sealsHeard = 0
  settleCity(city, 2)
  const first = await seal(NOVEMBER)
  expect(first.status).toBe(200)
  const period = periodSchema.parse(await first.json())
  expect(period).toMatchObject({
    id: NOVEMBER,
    state: 'sealed',
    sealedBy: 'Admin Kota',
    sealedAt: NOW.toISOString(),
    package: { fileName: 'yesjitu-bulanan-1_32.73_2026-11.zip' },
  })
  const before = city.dump()
  expect(periodSchema.parse(await (await seal(NOVEMBER)).json())).toEqual(period)
  expect(city.dump()).toEqual(before)
  expect(sealsHeard).toBe(1)
  expect((await list()).map(({ id, state }) => `${id} ${state}`)).toEqual(['2026-12 open', '2026-11 sealed'])
})

test('[P1] another period than the open one is refused, an unreadable one is not found', async () => {
  expect((await seal('2027-03')).status).toBe(409)
  expect(await (await seal('2027-03')).json()).toMatchObject({ code: 'period-not-next' })
  expect((await seal('nopember')).status).toBe(404)
  expect(auditCount('period.cut-off')).toBe(0)
})

test('[K2] the package comes as it was sealed, also where its file is gone or cut short', async () => {
  settleCity(city, 2)
  expect((await app.request(`/api/periods/${NOVEMBER}/package.zip`)).status).toBe(404)
  await seal(NOVEMBER)
  const path = join(city.packages, packageName(NOVEMBER))
  const stored = (await list())[1]?.package
  const download = async () => {
    const reply = await app.request(`/api/periods/${NOVEMBER}/package.zip`)
    expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="${stored?.fileName}"`)
    const bytes = new Uint8Array(await reply.arrayBuffer())
    expect(bytes.length).toBe(stored?.bytes)
    return createHash('sha256').update(bytes).digest('hex')
  }
  expect(await download()).toBe(stored?.sha256)
  rmSync(path)
  expect(await download()).toBe(stored?.sha256)
  truncateSync(path, 10)
  expect(await download()).toBe(stored?.sha256)
  expect(auditCount('period.export')).toBe(3)
})
