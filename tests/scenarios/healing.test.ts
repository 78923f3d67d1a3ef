import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeviceBodies } from '../../client/fieldwork/bodies.ts'
import type { Found } from '../../client/ports/records.ts'
import { newId } from '../../server/platform/ids.ts'
import type { HouseholdId } from '../../shared/ids.ts'
import { answerAt } from '../../shared/survey/path.ts'
import type { SyncReply } from '../../shared/sync/protocol.ts'
import { openAppPhone, type AppPhone } from '../support/app-phone.ts'
import { field, KELURAHAN, PASSWORD, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'

const FLOOR = 'dwelling/floor'
const STREAM = `${KELURAHAN}/005`

let town: Field
let rina: AppPhone
const [aminah, dedi, euis] = [
  listedHousehold('Aminah'),
  listedHousehold('Dedi'),
  listedHousehold('Euis', '006'),
]

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator')
  town.publish([aminah, dedi, euis])
  rina = await openAppPhone(site, 'rina', PASSWORD)
  await rina.engine.sync()
  await rina.answer(aminah.id, FLOOR, 'tanah')
  await rina.engine.sync()
  await rina.engine.sync()
})
afterEach(() => town.end())

/** Bytes of the bodies of each exchange, both ways. */
let exchanged: number[] = []
const site = {
  request: async (path: string, init: RequestInit) => {
    const response = await town.server.app.request(path, init)
    exchanged.push(String(init.body).length + (await response.clone().arrayBuffer()).byteLength)
    return response
  },
}
const heals = () =>
  town.server.database
    .query<{ area: string }>(`select area from audit where action = 'sync.heal' order by seq`)
    .all()
    .map(({ area }) => area)
const lastRequest = () => rina.sent.at(-1)

type Table = 'households' | 'surveys'
async function rowOf<Name extends Table>(table: Name, id: string): Promise<Found<DeviceBodies[Name]>> {
  const row = (await rina.records.all(table)).find((found) => found.id === id)
  if (!row) throw new Error('no such row')
  return row
}

/** As a disk or a fault of ours might: behind the back of everything that keeps rows true. */
async function lose(table: Table, id: string): Promise<void> {
  const { mark } = await rowOf(table, id)
  expect(await rina.records.commit([{ table, id, kind: 'remove', over: mark }])).toBe('saved')
}
async function setVersion(survey: string, version: number): Promise<void> {
  const { mark, body, id, area, state, at } = await rowOf('surveys', survey)
  const changed = { ...body, record: { ...body.record, version } }
  const keys = { area, state, at }
  const write = { table: 'surveys', id, kind: 'put', keys, body: changed, over: mark } as const
  expect(await rina.records.commit([write])).toBe('saved')
}

test('[N8] a phone that holds what it should says so, and hears nothing', async () => {
  await rina.engine.sync()
  expect(lastRequest()).toHaveProperty('digest')
  expect(heals()).toEqual([])
  const before = rina.sent.length
  await rina.engine.sync()
  expect(rina.sent.length).toBe(before + 1)
})

test('[N8] a household that was lost comes back at the next sync, and the server knows', async () => {
  await lose('households', dedi.id)
  expect(rina.card(dedi.id)).toBeUndefined()
  await rina.engine.sync()
  expect(rina.card(dedi.id)).toMatchObject({ name: 'Dedi' })
  expect(heals()).toEqual([STREAM])
  await rina.engine.sync()
  expect(lastRequest()?.digest).toMatch(/^[0-9a-f]{16}$/)
  expect(heals()).toEqual([STREAM])
})

test.each([0, 7])('[N8] a survey whose version became %i is as the server has it again', async (version) => {
  const { survey } = rina.view(aminah.id)
  await setVersion(survey, version)
  await rina.engine.sync()
  expect((await rowOf('surveys', survey)).body.record.version).toBe(1)
  expect(answerAt(rina.view(aminah.id).document, FLOOR)).toBe('tanah')
  expect(heals()).toEqual([STREAM])
})

test('[N8] what the phone holds and the server does not have goes, apart from its own work', async () => {
  const { id, mark: _mark, ...keys } = await rowOf('households', dedi.id)
  const ghost = newId<HouseholdId>()
  const record = { ...keys.body.record, id: ghost }
  const write = {
    table: 'households',
    id: ghost,
    kind: 'put',
    keys,
    body: { ...keys.body, record },
    over: null,
  } as const
  await rina.records.commit([write])
  expect(id).toBe(dedi.id)
  await rina.answer(dedi.id, FLOOR, 'bambu')
  rina.weather = ['down', 'fine']
  await rina.engine.sync()
  expect(rina.card(ghost)).toBeDefined()
  await rina.engine.sync()
  await rina.engine.sync()
  expect(rina.card(ghost)).toBeUndefined()
  expect(answerAt(rina.view(dedi.id).document, FLOOR)).toBe('bambu')
  expect(rina.fieldWork.unsent.value).toBe(0)
})

test('[N8] work done while the stream is pulled anew is kept and sent', async () => {
  await lose('surveys', rina.view(aminah.id).survey)
  await lose('households', dedi.id)
  rina.beforeSend = async () => {
    if (lastRequest()?.healing) await rina.answer(aminah.id, 'dwelling/roof', 'seng')
  }
  await rina.engine.sync()
  await rina.engine.sync()
  expect(rina.view(aminah.id).document.dwelling).toMatchObject({ floor: 'tanah', roof: 'seng' })
  expect(rina.card(dedi.id)).toBeDefined()
  expect(rina.fieldWork.unsent.value).toBe(0)
})

test('[N8] a pull that was broken off goes on where it was, and only then is it judged what is too much', async () => {
  await lose('households', dedi.id)
  rina.weather = ['fine', 'reply-lost', 'fine']
  await rina.engine.sync()
  expect(rina.card(aminah.id)).toBeDefined()
  expect(rina.card(dedi.id)).toBeUndefined()
  await rina.engine.sync()
  expect(rina.card(dedi.id)).toBeDefined()
  expect(rina.card(aminah.id)).toBeDefined()
})

test('[N8] where a pull does not help, it is not done again and again', async () => {
  const wrong = (reply: SyncReply): SyncReply =>
    lastRequest()?.digest === undefined ? reply : { ...reply, digests: { [STREAM]: '9.0123456789abcdef' } }
  rina.weather = [wrong]
  for (let sync = 0; sync < 5; sync += 1) await rina.engine.sync()
  expect(heals()).toEqual([STREAM])
  expect(rina.fieldWork.households.value.size).toBe(3)
  expect(rina.engine.state.value.kind).toBe('up-to-date')
})

test('[N8] a sync with nothing new is one request of at most 600 bytes both ways', async () => {
  await rina.engine.sync()
  exchanged = []
  await rina.engine.sync()
  expect(lastRequest()).toHaveProperty('digest')
  expect(exchanged).toHaveLength(1)
  expect(exchanged[0]).toBeLessThanOrEqual(600)
})
