import { join } from 'node:path'
import { Hono } from 'hono'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { listLine, listText, testDirectory } from '../../../tests/support/list-file.ts'
import { importSchema, importsSchema, rejectionsSchema } from '../../../shared/api/imports.ts'
import type { AccountId, DeviceId, SnapshotId } from '../../../shared/ids.ts'
import { openDatabase } from '../../database/database.ts'
import { createAudit } from '../../platform/audit.ts'
import type { ApiEnv } from '../../platform/http.ts'
import { newId } from '../../platform/ids.ts'
import { createImports } from './imports.ts'
import { importRoutes } from './routes.ts'

function api(bodyLimitBytes = 1_000_000) {
  const directory = testDirectory()
  const database = openDatabase(join(directory, 'test.sqlite'), () => new Date())
  const options = { directory: join(directory, 'uploads'), bodyLimitBytes }
  const imports = createImports(database, createAudit(database), pino({ level: 'silent' }), options)
  onTestFinished(async () => {
    await imports.close()
    database.close()
  })
  const actor = {
    account: newId<AccountId>(),
    name: 'Admin',
    role: 'city-admin' as const,
    device: newId<DeviceId>(),
    scopeVersion: 1,
    areas: [],
  }
  const app = new Hono<ApiEnv>()
  app.use(async (context, next) => {
    context.set('actor', actor)
    await next()
  })
  app.route('/', importRoutes(imports))
  const post = (query: string, body: string) => app.request(`/api/imports?${query}`, { method: 'POST', body })
  return { app, imports, database, actor, post }
}

test('a list goes in, is asked for until it has ended, and its rejected rows come out', async () => {
  const { app, imports, database, actor, post } = api()
  const text = listText([listLine(), listLine({ nama: '' })])
  const begun = await post('name=daftar.txt&asOf=2025-06-30', text)
  expect(begun.status).toBe(202)
  const { id } = importSchema.parse(await begun.json())
  await imports.ended(id)

  const ended = importSchema.parse(await (await app.request(`/api/imports/${id}`)).json())
  expect(ended).toMatchObject({ state: 'published', fileName: 'daftar.txt', asOf: '2025-06-30', accepted: 1 })
  expect(importsSchema.parse(await (await app.request('/api/imports')).json()).imports).toEqual([ended])
  expect((await post('name=again.txt&asOf=2025-06-30', text)).status).toBe(200)

  const page = rejectionsSchema.parse(await (await app.request(`/api/imports/${id}/rejections`)).json())
  expect(page).toMatchObject({ rejections: [{ line: 3, code: 'no-name' }], more: false })
  expect(Object.keys(page.rejections[0] ?? {})).toEqual(['line', 'code', 'reason'])
  const after = await app.request(`/api/imports/${id}/rejections?after=3`)
  expect(await after.json()).toEqual({ rejections: [], more: false })

  const file = await app.request(`/api/imports/${id}/rejected.csv`)
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(new Uint8Array(await file.clone().arrayBuffer()).slice(0, 3)).toEqual(
    new Uint8Array([0xef, 0xbb, 0xbf]),
  )
  expect(await file.text()).toContain('"3"|"Nama kosong.')
  const log = database.query<{ action: string; account_id: string; device_id: string }>('select * from audit')
  expect(
    log.all().every((entry) => entry.account_id === actor.account && entry.device_id === actor.device),
  ).toBe(true)
  expect(log.all().map(({ action }) => action)).toEqual([
    'import.begin',
    'import.publish',
    'import.download-rejected',
  ])
})

test.each([
  ['no date', 'name=x'],
  ['no name', 'asOf=2025-06-30'],
  ['a day that is not in the calendar', 'name=x&asOf=2025-02-30'],
  ['a date in another form', 'name=x&asOf=30/06/2025'],
  ['a name that is too long', `name=${'x'.repeat(201)}&asOf=2025-06-30`],
])('%s is refused', async (_name, query) => {
  const { post, imports } = api()
  const reply = await post(query, listText([listLine()]))
  expect([reply.status, await reply.json()]).toEqual([400, expect.objectContaining({ code: 'bad-request' })])
  expect(imports.list()).toEqual([])
})

test('a file that is too large or no list is refused in words', async () => {
  const { post } = api(100)
  const large = await post('name=x&asOf=2025-06-30', listText([listLine()]))
  expect([large.status, await large.json()]).toEqual([413, expect.objectContaining({ code: 'too-large' })])
  const wrong = await post('name=x&asOf=2025-06-30', 'a,b,c')
  expect([wrong.status, await wrong.json()]).toEqual([422, expect.objectContaining({ code: 'wrong-layout' })])
})

test('an unknown import is not found', async () => {
  const { app } = api()
  for (const id of [newId<SnapshotId>(), 'none']) {
    for (const end of ['', '/rejections', '/rejected.csv'])
      expect((await app.request(`/api/imports/${id}${end}`)).status).toBe(404)
  }
})
