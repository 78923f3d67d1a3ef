import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createConfidentialSealer } from '../../client/platform/confidential-sealer.ts'
import { openDatabase } from '../../server/database/database.ts'
import { KEY_FILE } from '../../server/features/confidential/case-workers-key.ts'
import { newId } from '../../server/platform/ids.ts'
import {
  caseWorkersKeySchema,
  confidentialListSchema,
  confidentialReceiptSchema,
  type ConfidentialList,
  type ConfidentialMessage,
} from '../../shared/api/confidential.ts'
import { periodsSchema } from '../../shared/api/periods.ts'
import { reviewQueueSchema } from '../../shared/api/reviews.ts'
import type { VisitRequest } from '../../shared/confidential/visit-request.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { completePatch } from '../support/answers.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'

const PLANTED = 'Zubaedah Rahasia'
const ADDRESS = 'Gg. Tersembunyi 7'

let town: Field
let rina: Browser
let peksos: Browser
let household: HouseholdRecord
beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator')
  await town.account('peksos', 'case-worker')
  household = listedHousehold('Aminah')
  town.publish([household])
  rina = await town.browser('rina')
  peksos = await town.browser('peksos')
})
afterEach(() => town.end())

const sealer = createConfidentialSealer()

async function seal(more: Partial<VisitRequest> = {}, browser = rina): Promise<ConfidentialMessage> {
  const key = caseWorkersKeySchema.parse(await (await browser.get('/api/confidential-key')).json())
  return sealer.seal(key, {
    household: household.id,
    member: null,
    name: PLANTED,
    address: ADDRESS,
    area: household.area,
    askedAt: '2026-11-23T03:00:00.000Z',
    ...more,
  })
}

const send = (message: unknown, browser = rina) => browser.post('/api/confidential-requests', message)

async function leave(more: Partial<VisitRequest> = {}, browser = rina): Promise<ConfidentialMessage> {
  const message = await seal(more, browser)
  expect((await send(message, browser)).status).toBe(200)
  return message
}

const listFor = async (browser = peksos): Promise<ConfidentialList> =>
  confidentialListSchema.parse(await (await browser.get('/api/confidential-requests')).json())

const done = (id: string, browser = peksos) => browser.post(`/api/confidential-requests/${id}/done`, {})
const undone = (id: string, browser = peksos) => browser.delete(`/api/confidential-requests/${id}/done`)

const everyRow = (sql: string) => town.server.database.query(sql).all()
const count = (table: string) => everyRow(`select * from ${table}`).length

/** All that the server has on its disk but its key. */
function onDisk(): string {
  const directory = dirname(town.server.database.path)
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== KEY_FILE)
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

test('what several phones asked for is seen by the case worker of the area, newest first', async () => {
  await town.account('asep', 'enumerator')
  const asep = await town.browser('asep')
  await leave({ askedAt: '2026-11-22T03:00:00.000Z' })
  await leave({ name: 'Dedi', member: newId(), askedAt: '2026-11-23T02:00:00.000Z' }, asep)
  await leave({ name: 'Fatimah', askedAt: '2026-11-21T03:00:00.000Z' }, asep)
  const { requests, unreadable } = await listFor()
  expect(unreadable).toBe(0)
  expect(requests.map(({ name, whom }) => [name, whom])).toEqual([
    ['Dedi', 'member'],
    [PLANTED, 'household'],
    ['Fatimah', 'household'],
  ])
  expect(requests[1]).toMatchObject({ address: ADDRESS, area: household.area, doneAt: null })
})

test('[C5] the same message again gets the same receipt and is there once; its id with other bytes is refused', async () => {
  const message = await seal()
  const first = await (await send(message)).json()
  town.clock.now = new Date('2026-11-24T03:00:00Z')
  const again = await (await send(message, await town.browser('rina'))).json()
  expect(again).toEqual(first)
  expect(confidentialReceiptSchema.parse(first).receivedOn).toBe('2026-11-23')
  const other = await seal()
  expect((await send({ ...other, id: message.id })).status).toBe(409)
  expect((await listFor()).requests).toHaveLength(1)
})

test('[C2] on the disk nothing of it stands in the clear, and the sealed bytes are bound to their id', async () => {
  const message = await leave()
  expect(onDisk()).toContain(message.sealed.slice(0, 40))
  for (const secret of ['Zubaedah', 'Tersembunyi']) expect(onDisk()).not.toContain(secret)
  const moved = { ...message, id: newId<ConfidentialMessage['id']>() }
  expect((await send(moved)).status).toBe(200)
  expect(await listFor()).toMatchObject({ requests: [{ id: message.id }], unreadable: 1 })
})

test('[C3] whatever is asked has one length, and nothing of another length is taken', async () => {
  const short = await seal({ name: '', address: '' })
  const long = await seal({ name: 'Ü'.repeat(900), address: 'Jl. '.repeat(900) })
  expect(long.sealed.length).toBe(short.sealed.length)
  const sizes = await Promise.all(
    [short, long].map(async (message) => (await (await send(message)).text()).length),
  )
  expect(sizes[0]).toBe(sizes[1])
  const shorter = { ...short, id: newId(), sealed: short.sealed.slice(4) }
  const noted = { ...short, id: newId(), reason: 'x' }
  for (const wrong of [shorter, noted, null]) expect((await send(wrong)).status).toBe(400)
})

test('[C6] the table tells only the day, the audit log nothing: neither who asked, on which phone, when nor where', async () => {
  const before = count('audit')
  await leave()
  const rows = everyRow('select * from confidential_request')
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['done_at', 'id', 'key_id', 'received_on', 'sealed'])
  expect(rows).toEqual([expect.objectContaining({ received_on: '2026-11-23', done_at: null })])
  expect(count('audit')).toBe(before)
})

test('[C7] it is in no feed, change log, quarantine, survey, queue or count', async () => {
  await town.account('pengawas', 'supervisor')
  const supervisor = await town.browser('pengawas')
  const phone = await town.phone('rina')
  await phone.sync(
    phone.change(household.id, completePatch(household.known), { command: { kind: 'submit' } }),
  )
  const TABLES = ['feed', 'change', 'quarantine', 'survey', 'conflict']
  const seen = async () => ({
    rows: TABLES.map((table) => [table, everyRow(`select * from ${table}`)]),
    queue: reviewQueueSchema.parse(await (await supervisor.get('/api/reviews')).json()),
  })
  const before = await seen()
  const news = phone.news.length
  const message = await leave({}, phone.browser)
  expect(await seen()).toEqual(before)
  await phone.sync()
  expect(phone.news).toHaveLength(news)
  for (const { name } of everyRow(`select name from sqlite_schema where type = 'table'`)) {
    if (name === 'confidential_request') continue
    expect(JSON.stringify(everyRow(`select * from "${name}"`))).not.toContain(message.id)
  }
})

test('[C7] it is in no file of the month’s package', async () => {
  await town.account('admin', 'city-admin')
  const admin = await town.browser('admin')
  const message = await leave()
  const [period] = periodsSchema.parse(await (await admin.get('/api/periods')).json()).periods
  expect((await admin.post(`/api/periods/${period?.id}/seal`, {})).status).toBe(200)
  const zip = await admin.get(`/api/periods/${period?.id}/package.zip`)
  const files = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())))
  expect(files.map(([name]) => name)).toContain('manifest.json')
  for (const [, bytes] of files) {
    const text = strFromU8(bytes)
    for (const word of [message.id, 'Zubaedah', 'confidential']) expect(text).not.toContain(word)
  }
})

test('[C8] only who holds the area sees a request or marks it; others get the answer of what is not there', async () => {
  await town.account('rw-lain', 'case-worker', '006')
  await town.account('rw-ini', 'case-worker', '005')
  const tanpa = await town.account('tanpa', 'case-worker')
  const { database, scopes } = town.server
  for (const held of scopes.assignments().filter(({ account }) => account === tanpa)) {
    database.write((tx) => scopes.take(tx, held.id))
  }
  const { id } = await leave()
  for (const username of ['rw-lain', 'tanpa']) {
    const browser = await town.browser(username)
    expect((await listFor(browser)).requests).toEqual([])
    expect((await done(id, browser)).status).toBe(404)
    expect((await undone(id, browser)).status).toBe(404)
  }
  const own = await town.browser('rw-ini')
  expect((await listFor(own)).requests).toMatchObject([{ id, doneAt: null }])
  expect((await done(newId(), own)).status).toBe(404)
})

test('[C8] each reading and each mark is in the audit log, with who read and never whose area', async () => {
  const { id } = await leave()
  await listFor()
  await listFor()
  await done(id)
  const acts = everyRow(
    `select action, subject, area, account_id is not null as named from audit where action like 'confidential.%'`,
  )
  expect(acts).toEqual([
    { action: 'confidential.read', subject: null, area: null, named: 1 },
    { action: 'confidential.read', subject: null, area: null, named: 1 },
    { action: 'confidential.done', subject: id, area: null, named: 1 },
  ])
  expect(town.server.audit.firstBroken()).toBeNull()
})

test('a done one keeps its time, can be opened again, and leaves the list after a while', async () => {
  const { id } = await leave()
  expect((await done(id)).status).toBe(204)
  town.clock.now = new Date('2026-11-24T03:00:00Z')
  expect((await done(id)).status).toBe(204)
  expect((await listFor()).requests).toMatchObject([{ id, doneAt: '2026-11-23T03:00:00.000Z' }])
  expect((await undone(id)).status).toBe(204)
  expect((await listFor()).requests).toMatchObject([{ id, doneAt: null }])
  await done(id)
  town.clock.now = new Date(town.clock.now.getTime() + 91 * 24 * 60 * 60 * 1000)
  expect((await listFor(await town.browser('peksos'))).requests).toEqual([])
})

test('[C9] a damaged message and one sealed to another key stay stored and are counted', async () => {
  const sound = await leave()
  const damaged = await seal()
  const flipped = damaged.sealed.startsWith('A') ? 'B' : 'A'
  await send({ ...damaged, sealed: flipped + damaged.sealed.slice(1) })
  await send({ ...(await seal()), keyId: 'kunci-lama' })
  expect(await listFor()).toMatchObject({ requests: [{ id: sound.id }], unreadable: 2 })
  expect(count('confidential_request')).toBe(3)
})

test('[C10] a list of none and one of some have one length, and neither is compressed', async () => {
  const read = async () => {
    const response = await peksos.get('/api/confidential-requests')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('content-encoding')).toBeNull()
    return (await response.arrayBuffer()).byteLength
  }
  const none = await read()
  await leave()
  await leave({ name: 'Ü'.repeat(300) })
  expect(await read()).toBe(none)
})

test('one account cannot fill the disk; what was received still gets its receipt', async () => {
  const first = await leave()
  const statuses: number[] = []
  for (let tries = 0; tries < 62; tries++) {
    statuses.push((await send({ ...first, id: newId() })).status)
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(59)
  expect(statuses.at(-1)).toBe(429)
  expect((await send(first)).status).toBe(200)
})

test('the key outlives a restart, and a copy of the database opens nothing without it', async () => {
  const { id } = await leave()
  const again = town.restart()
  expect((await listFor(await again.browser('peksos'))).requests).toMatchObject([{ id }])
  await again.server.close()

  const directory = mkdtempSync(join(tmpdir(), 'yesjitu-salinan-'))
  const copy = openDatabase(town.server.database.path, () => town.clock.now)
  copy.query('pragma wal_checkpoint(truncate)').all()
  copy.close()
  copyFileSync(town.server.database.path, join(directory, 'yesjitu.sqlite'))
  const thief = field(directory)
  try {
    expect(await listFor(await thief.browser('peksos'))).toMatchObject({ requests: [], unreadable: 1 })
  } finally {
    await thief.end()
    rmSync(directory, { recursive: true, force: true })
  }
})
