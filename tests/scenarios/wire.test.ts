import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import type { SyncRequest } from '../../shared/sync/request.ts'
import { syncReplySchema } from '../../shared/sync/protocol.ts'
import { completePatch, step } from '../support/answers.ts'
import { field, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import type { Phone } from '../support/phone.ts'

const BODY_LIMIT = 256 * 1024

let town: Field
let aminah: HouseholdRecord
let phone: Phone

async function openTown(settings: Readonly<Record<string, string>>): Promise<void> {
  town = field(undefined, settings)
  await town.account('rina', 'enumerator')
  aminah = listedHousehold('Aminah')
  town.publish([aminah])
  phone = await town.phone('rina')
  await phone.sync()
}
beforeEach(() => openTown({ SYNC_BODY_LIMIT: String(BODY_LIMIT) }))
afterEach(() => town.end())

/** The next request of a phone with a whole survey in it. */
const request = (from = phone): SyncRequest => ({
  ...phone.lastRequest(),
  device: from.device,
  changes: [from.change(aminah.id, completePatch(aminah.known))],
})

/** Sends bytes as they are, as phones and those in between do. */
async function send(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  from = phone,
) {
  const cookie = from.browser.signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  return town.server.app.request('/api/sync', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body,
  })
}
const GZIP = { 'content-encoding': 'gzip' }
const packed = (text: string) => new Uint8Array(gzipSync(text))
const changeCount = () =>
  town.server.database.query<{ count: number }>('select count(*) as count from change').get()?.count

test('[W1] a packed request is taken like a plain one', async () => {
  const body = JSON.stringify(request())
  const reply = syncReplySchema.parse(await (await send(packed(body), GZIP)).json())
  expect(reply.results).toMatchObject([{ outcome: 'applied', version: 1 }])
  const again = syncReplySchema.parse(await (await send(body)).json())
  expect(again.results).toEqual(reply.results)
})

test('[W2] a small body that unpacks to a huge one is refused as soon as it is too large', async () => {
  const member = gzipSync(Buffer.alloc(4 * 1024 * 1024))
  const bomb = new Uint8Array(Buffer.concat(Array.from({ length: 60 }, () => member)))
  expect(bomb.byteLength).toBeLessThan(BODY_LIMIT)
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 1)
  const startedAt = performance.now()
  const response = await send(bomb, GZIP)
  most = Math.max(most, process.memoryUsage().arrayBuffers)
  clearInterval(watching)
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'too-large' })
  // All of it would be 240 MB.
  expect(most - before).toBeLessThan(8 * 1024 * 1024)
  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

test('[W2] just as large as the limit, packed or not, is taken; one byte more is not', async () => {
  const padded = (bytes: number) => JSON.stringify(phone.lastRequest()).padEnd(bytes)
  for (const [bytes, status] of [
    [BODY_LIMIT, 200],
    [BODY_LIMIT + 1, 413],
  ] as const) {
    expect((await send(padded(bytes))).status).toBe(status)
    expect((await send(packed(padded(bytes)), GZIP)).status).toBe(status)
  }
})

test('[W3] an unknown packing, a cut or damaged one stores nothing, says why, and the next try is taken', async () => {
  const body = JSON.stringify(request())
  const whole = packed(body)
  const damaged = whole.map((byte, index) => (index === 100 ? byte ^ 0xff : byte))
  for (const encoding of ['br', 'deflate', 'gzip, gzip', 'zstd', 'rubbish']) {
    const response = await send(whole, { 'content-encoding': encoding })
    expect([response.status, response.headers.get('accept-encoding')]).toEqual([415, 'gzip'])
    expect(await response.json()).toMatchObject({ code: 'unknown-encoding' })
  }
  for (const wrong of [whole.slice(0, whole.length / 2), whole.slice(0, -4), damaged, new Uint8Array()]) {
    const response = await send(wrong, GZIP)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'bad-request' })
  }
  // What was unpacked on the way and still says that it is packed, and the other way round.
  expect((await send(body, GZIP)).status).toBe(400)
  expect((await send(whole)).status).toBe(400)
  expect(changeCount()).toBe(0)
  expect((await send(whole, { 'content-encoding': 'GZIP' })).status).toBe(200)
  expect(changeCount()).toBe(1)
})

test('replies are packed once where that is wanted and worth it', async () => {
  const take = async (accepted: string, body: SyncRequest) => {
    const response = await send(JSON.stringify(body), { 'accept-encoding': accepted })
    return {
      packing: response.headers.get('content-encoding'),
      bytes: Buffer.from(await response.arrayBuffer()),
    }
  }
  const all: SyncRequest = { ...phone.lastRequest(), epoch: null, cursors: {} }
  const large = await take('gzip, deflate, br', all)
  expect(large.packing).toBe('gzip')
  expect(syncReplySchema.parse(JSON.parse(gunzipSync(large.bytes).toString())).news).toHaveLength(1)
  const nothing = { ...all, epoch: phone.lastRequest().epoch, cursors: phone.lastRequest().cursors }
  for (const [accepted, body] of [
    ['', all],
    ['identity', all],
    ['gzip;q=0', all],
  ] as const) {
    const plain = await take(accepted, body)
    expect(plain.packing).toBeNull()
    expect(() => JSON.parse(plain.bytes.toString()) as unknown).not.toThrow()
  }
  await phone.sync()
  expect((await take('gzip', { ...nothing, ...phone.lastRequest() })).packing).toBeNull()
})

test('[W4] while as much waits as is done in time, a phone is told when to come back, and loses nothing', async () => {
  await town.end()
  await openTown({ SYNC_WAIT_LIMIT: '0' })
  const phones = await Promise.all(Array.from({ length: 8 }, () => town.phone('rina')))
  const bodies = phones.map((each) => JSON.stringify(request(each)))
  const sendAll = () => Promise.all(bodies.map((body, index) => send(body, {}, phones[index])))
  const replies = await sendAll()
  const refused = replies.filter(({ status }) => status === 503)
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(replies.length - refused.length)
  expect(refused.length).toBeGreaterThan(0)
  for (const response of refused) {
    expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    expect(await response.json()).toMatchObject({ code: 'busy' })
  }
  expect(changeCount()).toBe(replies.length - refused.length)
  for (const [index, body] of bodies.entries()) expect((await send(body, {}, phones[index])).status).toBe(200)
  expect(changeCount()).toBe(phones.length)
})

test('[W5] requests of one device at the same time: one follows the other, a fifth is told to come back', async () => {
  const body = JSON.stringify(request())
  const replies = await Promise.all(Array.from({ length: 6 }, () => send(body)))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 503, 503])
  const results = await Promise.all(
    replies
      .filter(({ status }) => status === 200)
      .map(async (reply) => syncReplySchema.parse(await reply.json())),
  )
  expect(new Set(results.map((reply) => JSON.stringify(reply.results))).size).toBe(1)
  expect(changeCount()).toBe(1)
  const more = phone.change(aminah.id, step('economy/wishes', null, 'Warung'))
  expect((await phone.sync(more)).results).toMatchObject([{ outcome: 'applied', version: 2 }])
})

test('[N1] where streams were read to their ends, their cursors are alike', async () => {
  await town.account('asep', 'enumerator')
  town.publish([
    aminah,
    listedHousehold('Dedi', '006'),
    listedHousehold('Euis', '006'),
    listedHousehold('Fitri', '007'),
  ])
  await phone.sync(phone.change(aminah.id, step('dwelling/floor', null, 'tanah')))
  const asep = await town.phone('asep')
  await asep.sync()
  await asep.sync()
  const { cursors } = asep.lastRequest()
  expect(Object.keys(cursors)).toHaveLength(3)
  expect(new Set(Object.values(cursors)).size).toBe(1)
})
