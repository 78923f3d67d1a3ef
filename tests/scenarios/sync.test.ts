import { createPublicKey, verify } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SyncRequest } from '../../shared/sync/request.ts'
import {
  PROTOCOL_VERSION,
  syncReplySchema,
  type ChangeResult,
  type HouseholdRecord,
} from '../../shared/sync/protocol.ts'
import { newId, surveyId } from '../../server/platform/ids.ts'
import { openReceiptKey } from '../../server/records/receipt-key.ts'
import { sessionSchema } from '../../shared/api/session.ts'
import { receiptText } from '../../shared/sync/receipt.ts'
import type { DeviceId, HouseholdId } from '../../shared/ids.ts'
import { field, KELURAHAN, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import { completePatch, step } from '../support/answers.ts'

let town: Field
let aminah: HouseholdRecord

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator')
  aminah = listedHousehold('Aminah')
  town.publish([aminah, listedHousehold('Dedi', '006')])
})
afterEach(() => town.end())

const changeCount = () =>
  town.server.database.query<{ count: number }>('select count(*) as count from change').get()?.count
const documentOf = (id: string) =>
  JSON.parse(
    town.server.database.query<{ document: string }>('select document from survey where id = ?').get(id)
      ?.document ?? 'null',
  )

test('a phone receives the listed households of its areas, once', async () => {
  const phone = await town.phone('rina')
  const first = await phone.sync()
  expect(first.news.map((item) => item.kind)).toEqual(['household', 'household'])
  expect(first.remaining).toBe(0)
  expect((await phone.sync()).news).toEqual([])
})

test('[N2] a phone receives only the streams that its account holds', async () => {
  await town.account('asep', 'enumerator', '006')
  const phone = await town.phone('asep')
  const reply = await phone.sync()
  expect(reply.scope?.streams).toEqual([`${KELURAHAN}/006`])
  expect(reply.news.every((item) => item.stream === `${KELURAHAN}/006`)).toBe(true)
  expect(reply.news).toHaveLength(1)
})

test('a long list arrives in pages, each household once', async () => {
  town.publish(
    Array.from({ length: 600 }, (_, index) => listedHousehold(`Warga ${index}`)),
    '2026-11-01',
  )
  const phone = await town.phone('rina')
  const sizes: number[] = []
  for (let remaining = 1; remaining > 0;) {
    const reply = await phone.sync()
    sizes.push(reply.news.length)
    remaining = reply.remaining
  }
  expect(sizes).toEqual([250, 250, 100])
  const ids = phone.news.flatMap((item) => (item.kind === 'household' ? [item.household.id] : []))
  expect(new Set(ids).size).toBe(600)
})

test('[N4] a household that is missing on the next list leaves, unless it was surveyed', async () => {
  const phone = await town.phone('rina')
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  const fresh = listedHousehold('Fatimah')
  town.publish([fresh], '2026-11-30')
  const reply = await phone.sync()
  const leaves = reply.news.flatMap((item) => (item.kind === 'leave' ? [item.household] : []))
  expect(leaves).toHaveLength(1)
  expect(leaves).not.toContain(aminah.id)
  expect(reply.news).toContainEqual(expect.objectContaining({ kind: 'household' }))
})

test('[N4] a household that the next list leaves out and that was surveyed after that comes with its survey', async () => {
  const [phone, other] = [await town.phone('rina'), await town.phone('rina')]
  await other.sync()
  town.publish([listedHousehold('Fatimah')], '2026-11-30')
  await other.sync()
  expect(other.news).toContainEqual(expect.objectContaining({ kind: 'leave', household: aminah.id }))
  // Of a phone that had not heard of the new list yet.
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  const { news } = await other.sync()
  expect(news).toMatchObject([
    { kind: 'household', household: { id: aminah.id, source: 'list', known: aminah.known } },
    { kind: 'survey' },
  ])
})

test('[N3] a cursor of another epoch, or no cursor of ours, starts from the beginning', async () => {
  const { browser, device } = await town.phone('rina')
  const stream = `${KELURAHAN}/005`
  const ask = async (epoch: string | null, cursors: SyncRequest['cursors']) => {
    const request: SyncRequest = { protocol: PROTOCOL_VERSION, device, epoch, cursors, scope: 1, changes: [] }
    return syncReplySchema.parse(await (await browser.post('/api/sync', request)).json())
  }
  const { epoch, cursors } = await ask(null, {})
  expect((await ask(epoch, cursors)).news).toHaveLength(0)
  expect((await ask('another', cursors)).news).toHaveLength(2)
  expect((await ask(epoch, { ...cursors, [stream]: 'rubbish' })).news).toHaveLength(1)
})

test('[S3][S7] a change arrives once, however many replies are lost', async () => {
  const phone = await town.phone('rina')
  const change = phone.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } })
  const first = await phone.sync(change)
  const second = await phone.sync(change)
  expect(first.results[0]).toMatchObject({ outcome: 'applied', version: 1, refused: null })
  expect(second.results).toEqual(first.results)
  expect(changeCount()).toBe(1)
})

test('[S3] two requests with the same change at the same time store it once', async () => {
  const phone = await town.phone('rina')
  const change = phone.change(aminah.id, completePatch(aminah.known))
  const replies = await Promise.all([phone.sync(change), phone.sync(change), phone.sync(change)])
  expect(new Set(replies.map((reply) => JSON.stringify(reply.results))).size).toBe(1)
  expect(changeCount()).toBe(1)
})

test('[S2][S7] requests of one phone that share a commit leave its numbers where they belong', async () => {
  const phone = await town.phone('rina')
  const floors = ['tanah', 'keramik', 'bambu'] as const
  const [first, second, third] = floors.map((floor, index) =>
    phone.change(aminah.id, step('dwelling/floor', floors[index - 1] ?? null, floor)),
  )
  // Two tabs, or a proxy that sends twice: one knows more than the other.
  await Promise.all([phone.sync(first), phone.sync(first, second), phone.sync(first)])
  const reply = await phone.sync(third)
  expect(reply.expected).toBeNull()
  expect(reply.results.map(({ outcome }) => outcome)).toEqual(['applied'])
  expect(changeCount()).toBe(3)
})

test('[S5] what follows a quarantined change joins it, though another request brings it in the same commit', async () => {
  const phone = await town.phone('rina')
  const unknown = phone.change(aminah.id, { 'dwelling/colour': { from: null, to: 'merah' } })
  const after = phone.change(aminah.id, step('dwelling/floor', null, 'tanah'))
  const [, reply] = await Promise.all([phone.sync(unknown), phone.sync(unknown, after)])
  expect(reply.results.map(({ fault }) => fault)).toEqual(['unknown-shape', 'follows-quarantine'])
  expect(changeCount()).toBe(0)
})

test('[S2] at a gap in the sequence the server answers the number it waits for', async () => {
  const phone = await town.phone('rina')
  const first = phone.change(aminah.id, step('dwelling/floor', null, 'tanah'))
  const second = phone.change(aminah.id, step('dwelling/floor', 'tanah', 'keramik'))
  const third = phone.change(aminah.id, step('dwelling/roof', null, 'seng'))
  const gap = await phone.sync(first, third)
  expect(gap.results).toHaveLength(1)
  expect(gap.expected).toBe(2)
  const healed = await phone.sync(second, third)
  expect(healed.results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied'])
  expect(healed.expected).toBeNull()
})

test('[S4] changes that are wrong in every way are acknowledged into quarantine and block nobody', async () => {
  const phone = await town.phone('rina')
  const elsewhere = newId<HouseholdId>()
  const faults = [
    ['unknown-shape', phone.change(aminah.id, { 'dwelling/colour': { from: null, to: 'merah' } })],
    [
      'unknown-shape',
      phone.change(listedHousehold('X').id, { 'dwelling/floor': { from: null, to: 'emas' } }),
    ],
    ['unknown-shape', { ...phone.change(elsewhere, {}), patch: 7 }],
    ['foreign-device', phone.change(elsewhere, {}, { device: newId() })],
    ['foreign-survey', phone.change(elsewhere, {}, { survey: surveyId(elsewhere, 9) })],
    ['unknown-area', phone.change(newId<HouseholdId>(), step('dwelling/floor', null, 'tanah'))],
    ['unknown-shape', 'rubbish'],
    ['unknown-shape', { '\ud800': null }],
  ] as const
  const good = phone.change(aminah.id, step('dwelling/floor', null, 'tanah'), {
    seq: faults.length + 1,
  })
  const reply = await phone.sync(...faults.map(([, change]) => change), good)
  expect(reply.results.slice(0, -1).map((result) => [result.outcome, result.fault])).toEqual(
    faults.map(([fault]) => ['quarantined', fault]),
  )
  expect(reply.results.at(-1)).toMatchObject({ outcome: 'quarantined', fault: 'follows-quarantine' })
  const kept = town.server.database.query<{ count: number }>('select count(*) as count from quarantine').get()
  expect(kept?.count).toBe(faults.length + 1)
  expect(changeCount()).toBe(0)
})

test('[S4] unknown fields of an envelope are kept in the log and do not hurt', async () => {
  const phone = await town.phone('rina')
  const change = { ...phone.change(aminah.id, step('dwelling/floor', null, 'tanah')), colour: 'merah' }
  const reply = await phone.sync(change)
  expect(reply.results[0]?.outcome).toBe('applied')
  const body = town.server.database.query<{ body: string }>('select body from change').get()?.body
  expect(JSON.parse(body ?? '')).toHaveProperty('colour', 'merah')
})

test('[S5] later changes of a survey by the device join the quarantined one, other surveys go on', async () => {
  const phone = await town.phone('rina')
  const dedi = listedHousehold('Dedi')
  town.publish([aminah, dedi], '2026-11-02')
  const reply = await phone.sync(
    phone.change(aminah.id, { 'dwelling/colour': { from: null, to: 'merah' } }),
    phone.change(aminah.id, step('dwelling/floor', null, 'tanah')),
    phone.change(dedi.id, step('dwelling/floor', null, 'tanah')),
  )
  expect(reply.results.map(({ fault }) => fault)).toEqual(['unknown-shape', 'follows-quarantine', null])
})

test('[S4] a reused id with another content goes into quarantine', async () => {
  const phone = await town.phone('rina')
  const first = phone.change(aminah.id, step('dwelling/floor', null, 'tanah'))
  const forged = phone.change(aminah.id, step('dwelling/floor', 'tanah', 'bambu'), { id: first.id })
  await phone.sync(first)
  const reply = await phone.sync(forged)
  expect(reply.results[0]).toMatchObject({ outcome: 'quarantined', fault: 'reused-id' })
  expect(documentOf(first.survey).dwelling).toEqual({ floor: 'tanah' })
})

test('[S4] a survey of an area that is not the enumerator’s goes into quarantine', async () => {
  await town.account('asep', 'enumerator', '006')
  const phone = await town.phone('asep')
  const reply = await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  expect(reply.results[0]).toMatchObject({ outcome: 'quarantined', fault: 'out-of-area' })
})

test('[S10] a change made while its author held the area is merged, marked late', async () => {
  const phone = await town.phone('rina')
  await phone.sync()
  const change = phone.change(aminah.id, completePatch(aminah.known))
  const [assignment] = town.server.scopes.assignments()
  town.server.database.write((tx) => town.server.scopes.take(tx, assignment?.id ?? 0))
  const reply = await phone.sync(change)
  expect(reply.results[0]?.outcome).toBe('applied')
  expect(reply.scope?.streams).toEqual([])
  const row = town.server.database.query<{ late: number }>('select late from survey').get()
  expect(row?.late).toBe(1)
  const after = phone.change(aminah.id, step('dwelling/roof', null, 'seng'))
  expect((await phone.sync(after)).results[0]).toMatchObject({ fault: 'out-of-area' })
})

test('a household that is not on the list says itself where it lies, and its area sees it', async () => {
  await town.account('asep', 'enumerator')
  const [phone, other] = [await town.phone('rina'), await town.phone('asep')]
  const fresh = { ...listedHousehold('Baru', '011'), id: newId<HouseholdId>() }
  await phone.sync(phone.change(fresh.id, completePatch(fresh.known)))
  await other.sync()
  expect(other.news).toContainEqual(expect.objectContaining({ kind: 'survey', stream: `${KELURAHAN}/011` }))
})

test('[M1][M3] two phones that answer differently leave a conflict and merge the rest', async () => {
  await town.account('asep', 'enumerator')
  const [rina, asep] = [await town.phone('rina'), await town.phone('asep')]
  await rina.sync(rina.change(aminah.id, step('dwelling/floor', null, 'tanah')))
  const both = { ...step('dwelling/floor', null, 'keramik'), ...step('dwelling/roof', null, 'seng') }
  const reply = await asep.sync(asep.change(aminah.id, both))
  expect(reply.results[0]).toMatchObject({ outcome: 'applied', conflicts: 1, version: 2 })
  const survey = reply.news.find((item) => item.kind === 'survey')
  expect(survey?.kind === 'survey' && survey.survey).toMatchObject({
    conflicts: ['dwelling/floor'],
    document: { dwelling: { floor: 'tanah', roof: 'seng' } },
  })
  // The author comes round: nothing is left to choose.
  const later = await asep.sync(asep.change(aminah.id, step('dwelling/floor', 'tanah', 'tanah')))
  expect(later.results[0]?.outcome).toBe('applied')
  const settled = await asep.sync(asep.change(aminah.id, step('dwelling/floor', 'tanah', 'bambu')))
  const news = settled.news.find((item) => item.kind === 'survey')
  expect(news?.kind === 'survey' && news.survey.conflicts).toEqual([])
})

test('[S11] a refused submission keeps the answers beside it and says why', async () => {
  const phone = await town.phone('rina')
  const change = phone.change(aminah.id, step('dwelling/floor', null, 'tanah'), {
    command: { kind: 'submit' },
  })
  const reply = await phone.sync(change)
  expect(reply.results[0]).toMatchObject({ outcome: 'applied', refused: 'survey-incomplete' })
  expect(documentOf(change.survey).dwelling).toEqual({ floor: 'tanah' })
})

test('[N6] a phone is told of its own changes by their version alone, other phones of the whole survey', async () => {
  await town.account('asep', 'enumerator')
  const [rina, asep] = [await town.phone('rina'), await town.phone('asep')]
  await rina.sync()
  await asep.sync()
  const first = rina.change(aminah.id, step('dwelling/floor', null, 'tanah'))
  const second = rina.change(aminah.id, step('dwelling/roof', null, 'seng'))
  const begun = await rina.sync(first, second)
  const { survey } = first
  expect(begun.news).toEqual([])
  expect(begun.own).toEqual([{ survey, version: 2, status: 'draft', area: aminah.area }])
  expect((await asep.sync()).news).toMatchObject([{ kind: 'survey', survey: { id: survey, version: 2 } }])
  const third = rina.change(aminah.id, step('dwelling/wall', null, 'bambu'), { base: 2 })
  expect((await rina.sync(third)).own).toEqual([{ survey, version: 3, status: 'draft', area: null }])
  // Sent again after a lost reply, it is still the phone's own; made on an older version, it is not.
  const late = { ...rina.change(aminah.id, step('economy/shelter', null, 'ya')), base: 2 }
  expect(await rina.sync(late)).toMatchObject({ own: [], news: [{ survey: { version: 4 } }] })
})

test('[N6] what more than the phone’s own answers went into is told whole', async () => {
  await town.account('asep', 'enumerator')
  const [rina, asep] = [await town.phone('rina'), await town.phone('asep')]
  await asep.sync(asep.change(aminah.id, step('dwelling/floor', null, 'keramik')))
  const disagreeing = await rina.sync(rina.change(aminah.id, step('dwelling/floor', null, 'tanah')))
  expect(disagreeing).toMatchObject({ own: [], results: [{ conflicts: 1 }] })
  expect(disagreeing.news.filter(({ kind }) => kind === 'survey')).toHaveLength(1)
  // The conflict is still open, which the author's next change says nothing about.
  const next = await rina.sync(rina.change(aminah.id, step('dwelling/roof', null, 'seng'), { base: 2 }))
  expect(next).toMatchObject({ own: [], results: [{ conflicts: 0 }] })
  // A household that nobody knew gets its place; its survey is the phone's own.
  const fresh = { ...listedHousehold('Baru'), id: newId<HouseholdId>() }
  const added = await rina.sync(rina.change(fresh.id, completePatch(fresh.known)))
  expect(added.news).toMatchObject([{ kind: 'household', household: { id: fresh.id, source: 'survey' } }])
  expect(added.own).toHaveLength(1)
})

test('[N7] a sync with nothing new is one request of at most 600 bytes both ways, for ten RW too', async () => {
  town.publish(
    Array.from({ length: 200 }, (_, index) => listedHousehold(`Warga ${index}`, `0${10 + (index % 10)}`)),
    '2026-11-01',
  )
  const phone = await town.phone('rina')
  const first = await phone.sync()
  expect(first.scope?.streams).toHaveLength(12)
  const nothing = await phone.sync()
  expect(nothing).toMatchObject({ scope: null, cursors: {}, news: [], own: [], results: [], remaining: 0 })
  expect(gzipSync(JSON.stringify(phone.lastRequest())).length + JSON.stringify(nothing).length).toBeLessThan(
    600,
  )
  town.publish([listedHousehold('Fatimah', '077')], '2026-11-30')
  expect((await phone.sync()).scope?.streams).toHaveLength(13)
})

test('[N7] an edit of three fields takes at most 400 bytes, its reply with the receipt 450', async () => {
  const phone = await town.phone('rina')
  await phone.sync()
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  const patch = {
    ...step('dwelling/floor', 'keramik', 'tanah'),
    ...step('dwelling/roof', 'genteng', 'seng'),
    ...step('dwelling/wall', 'tembok', 'bambu'),
  }
  const reply = await phone.sync(phone.change(aminah.id, patch, { base: 1 }))
  expect(reply).toMatchObject({ results: [{ conflicts: 0 }], own: [{ version: 2 }], news: [] })
  expect(gzipSync(JSON.stringify(phone.lastRequest())).length).toBeLessThanOrEqual(400)
  expect(gzipSync(phone.lastReply()).length).toBeLessThanOrEqual(450)
})

test('a request over the limit, of another protocol or no request at all gets a clear fault', async () => {
  const { browser, device } = await town.phone('rina')
  const huge = {
    protocol: PROTOCOL_VERSION,
    device,
    epoch: null,
    cursors: {},
    changes: ['x'.repeat(5 * 1024 * 1024)],
  }
  expect((await browser.post('/api/sync', huge)).status).toBe(413)
  const old = await browser.post('/api/sync', {
    protocol: 0,
    device,
    epoch: null,
    cursors: {},
    scope: 0,
    changes: [],
  })
  expect(await old.json()).toMatchObject({ status: 426, code: 'protocol-too-old' })
  // A newer phone may say the rest in another way.
  const fresh = await browser.post('/api/sync', { protocol: PROTOCOL_VERSION + 1, hello: 1 })
  expect(await fresh.json()).toMatchObject({ status: 501, code: 'protocol-too-new' })
  const rubbish = await browser.post('/api/sync', { hello: 1 })
  expect(await rubbish.json()).toMatchObject({ status: 400, code: 'bad-request' })
  expect(rubbish.headers.get('content-type')).toContain('application/problem+json')
})

test('[S6] what was acknowledged is there after a restart, with the same answer again', async () => {
  const phone = await town.phone('rina')
  const change = phone.change(aminah.id, completePatch(aminah.known))
  const first = await phone.sync(change)
  const again = town.restart()
  try {
    const logged = again.server.database.query<{ result: string }>('select result from change').get()
    expect(JSON.parse(logged?.result ?? '')).toEqual(first.results[0])
    expect(again.server.audit.firstBroken()).toBeNull()
  } finally {
    await again.server.close()
  }
})

test('another account’s phone is told so before anything is taken or given', async () => {
  const { browser } = await town.phone('rina')
  const body = {
    protocol: PROTOCOL_VERSION,
    device: newId(),
    epoch: null,
    cursors: {},
    scope: 0,
    changes: [{}],
  }
  expect(await (await browser.post('/api/sync', body)).json()).toMatchObject({ code: 'device-of-another' })
  expect(quarantined()).toBe(0)
})

test('[S13][S14] one signature covers the results of a request, under the key of the sign-in, restarts or not', async () => {
  const phone = await town.phone('rina')
  const reply = await phone.sync(
    phone.change(aminah.id, step('dwelling/floor', null, 'tanah')),
    phone.change(aminah.id, { 'dwelling/colour': { from: null, to: 'merah' } }),
  )
  const { receiptKey } = sessionSchema.parse(await (await phone.browser.get('/api/session')).json())
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: receiptKey }, format: 'jwk' })
  const isSigned = (results: readonly ChangeResult[], device = phone.device) =>
    verify(
      null,
      Buffer.from(receiptText(device, results)),
      key,
      Buffer.from(reply.signature ?? '', 'base64url'),
    )
  expect(isSigned(reply.results)).toBe(true)
  expect(isSigned(reply.results.slice(0, 1))).toBe(false)
  expect(isSigned(reply.results, newId<DeviceId>())).toBe(false)
  expect((await phone.sync()).signature).toBeNull()
  const again = town.restart()
  expect(openReceiptKey(again.server.database).publicKey).toBe(receiptKey)
  await again.server.close()
})

const quarantined = () =>
  town.server.database.query<{ count: number }>('select count(*) as count from quarantine').get()?.count

test('[S4] a change nested too deep, or with more members than any house has, holds up nobody', async () => {
  const phone = await town.phone('rina')
  const crowd = Object.fromEntries(
    Array.from({ length: 101 }, () => [`members/${newId()}/name`, { from: null, to: 'X' }]),
  )
  const dedi = listedHousehold('Dedi')
  town.publish([aminah, dedi], '2026-11-02')
  const changes = [
    { ...phone.change(newId<HouseholdId>(), {}), note: 'DEEP' },
    phone.change(aminah.id, crowd),
    phone.change(dedi.id, step('dwelling/roof', null, 'seng')),
  ]
  const request = {
    protocol: PROTOCOL_VERSION,
    device: phone.device,
    epoch: null,
    cursors: {},
    scope: 0,
    changes,
  }
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const body = new Blob([JSON.stringify(request).replace('"DEEP"', deep)])
  const reply = syncReplySchema.parse(await (await phone.browser.post('/api/sync', body)).json())
  expect(reply.results.map(({ fault }) => fault)).toEqual(['cannot-apply', 'cannot-apply', null])
})

test.each([
  ['families', 'kk', '3273010101800001'],
  ['problems', 'rule', 'X'],
  ['visits', 'note', 'X'],
  ['attachments', 'type', 'X'],
  ['confirmations', 'reason', 'X'],
])('[S4] no house has a thousand %s', async (roster, question, to) => {
  const phone = await town.phone('rina')
  const crowd = Array.from({ length: 1000 }, () => [`${roster}/${newId()}/${question}`, { from: null, to }])
  const reply = await phone.sync(phone.change(aminah.id, Object.fromEntries(crowd)))
  expect(reply.results.map(({ fault }) => fault)).toEqual(['cannot-apply'])
})

test('a house of sixty with forty problems, and something to confirm about everybody, is no crowd', async () => {
  const phone = await town.phone('rina')
  const entries = (length: number, roster: string, question: string, to: string) =>
    Array.from({ length }, () => [`${roster}/${newId()}/${question}`, { from: null, to }])
  const patch = [
    ...entries(60, 'members', 'name', 'X'),
    ...entries(40, 'problems', 'rule', 'X'),
    ...entries(120, 'confirmations', 'reason', 'X'),
  ]
  const reply = await phone.sync(phone.change(aminah.id, Object.fromEntries(patch)))
  expect(reply.results.map(({ outcome, fault }) => [outcome, fault])).toEqual([['applied', null]])
})

test('[S5] what follows an unreadable change of the same survey joins it, and a supervisor sees both', async () => {
  await town.account('pengawas', 'supervisor')
  const supervisor = await town.browser('pengawas')
  const phone = await town.phone('rina')
  const unknown = { ...phone.change(aminah.id, {}), command: { kind: 'dance' } }
  const reply = await phone.sync(unknown, phone.change(aminah.id, step('dwelling/floor', null, 'tanah')))
  expect(reply.results.map(({ fault }) => fault)).toEqual(['unknown-shape', 'follows-quarantine'])
  expect(await (await supervisor.get('/api/reviews')).json()).toMatchObject({ quarantined: 2 })
})

test('[S12] a phone whose clock is years behind can submit', async () => {
  const phone = await town.phone('rina')
  const slow = step('visits/01900000-0000-7000-8000-0000000000a1/at', null, '2010-01-01T08:00:00+07:00')
  const patch = { ...completePatch(aminah.known), ...slow }
  const reply = await phone.sync(phone.change(aminah.id, patch, { command: { kind: 'submit' } }))
  expect(reply.results[0]).toMatchObject({ outcome: 'applied', refused: null })
})

test('a visit in a year that no clock shows goes into quarantine', async () => {
  const phone = await town.phone('rina')
  const odd = step('visits/01900000-0000-7000-8000-0000000000a1/at', null, '+275760-09-13T00:00:00Z')
  expect((await phone.sync(phone.change(aminah.id, odd))).results[0]).toMatchObject({
    fault: 'unknown-shape',
  })
})

test('a household added on the way reaches other phones with its survey', async () => {
  const [phone, other] = [await town.phone('rina'), await town.phone('rina')]
  const fresh = { ...listedHousehold('Baru', '011'), id: newId<HouseholdId>() }
  await phone.sync(phone.change(fresh.id, completePatch(fresh.known)))
  const { news } = await other.sync()
  expect(news).toContainEqual(
    expect.objectContaining({ household: expect.objectContaining({ id: fresh.id, source: 'survey' }) }),
  )
})
