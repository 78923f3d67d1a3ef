import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../server/platform/ids.ts'
import { lostPhonesSchema, type LostPhone } from '../../shared/api/lost-phones.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { PROTOCOL_VERSION, syncReplySchema, type HouseholdRecord } from '../../shared/sync/protocol.ts'
import { step } from '../support/answers.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, PASSWORD, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import type { Phone } from '../support/phone.ts'

let town: Field
let aminah: HouseholdRecord
let phone: Phone
let pengawas: Browser

beforeEach(async () => {
  town = field()
  await town.account('rina', 'enumerator', '005')
  await town.account('pengawas', 'supervisor')
  aminah = listedHousehold('Aminah')
  town.publish([aminah])
  phone = await town.phone('rina')
  await phone.sync()
  await phone.sync(phone.change(aminah.id, step('dwelling/floor', null, 'tanah')))
  pengawas = await town.browser('pengawas')
})
afterEach(() => town.end())

const EMPTY = { protocol: PROTOCOL_VERSION, epoch: null, cursors: {}, scope: 0, changes: [] }
const NOTED_AT = '2026-11-23T02:00:00.000Z'

/** What a phone asks whose database is gone. */
const askEmpty = () => phone.browser.post('/api/sync', { ...EMPTY, device: phone.device })

async function listed(browser = pengawas): Promise<readonly LostPhone[]> {
  return lostPhonesSchema.parse(await (await browser.get('/api/lost-phones')).json()).phones
}

const report = (unsent: number | null, device = phone.device, browser = phone.browser) =>
  browser.post('/api/lost-phones', { device, unsent, notedAt: unsent === null ? null : NOTED_AT })

const audited = () =>
  town.server.database
    .query<{ action: string; subject: string; detail: string }>(
      `select action, subject, detail from audit where action like 'device.lost%' order by seq`,
    )
    .all()

test('[D2] a device that sent changes and knows of none is told nothing, and another one begins at 1', async () => {
  const refused = await askEmpty()
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'sequence-gap' }])

  const next = await town.phone('rina')
  await next.sync()
  const { results } = await next.sync(next.change(aminah.id, step('dwelling/roof', null, 'seng')))
  expect(results).toMatchObject([{ outcome: 'applied', conflicts: 0 }])
})

test('[D2] a phone whose first replies were all lost goes on: it still holds what it sent', async () => {
  const other = await town.phone('rina')
  const change = other.change(aminah.id, step('dwelling/roof', null, 'seng'))
  const ask = async () => {
    const sent = { ...EMPTY, device: other.device, changes: [change] }
    return syncReplySchema.parse(await (await other.browser.post('/api/sync', sent)).json())
  }
  const [first, again] = [await ask(), await ask()]
  expect(again.results).toEqual(first.results)
  expect(await listed()).toEqual([])
})

test('[D3] what the empty device asks is a report, once, and what the phone remembers completes it', async () => {
  await askEmpty()
  await askEmpty()
  expect(await listed()).toEqual([
    {
      device: phone.device,
      enumerator: 'rina',
      unsent: null,
      notedAt: null,
      lastSyncAt: town.clock.now.toISOString(),
      reportedAt: town.clock.now.toISOString(),
    },
  ])
  await report(2)
  await report(2)
  await report(null)
  expect(await listed()).toMatchObject([{ unsent: 2, notedAt: NOTED_AT }])
  expect(audited().map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
    ['device.lost', phone.device, '{}'],
    ['device.lost', phone.device, '{"unsent":2}'],
  ])
})

test('[D3] nobody reports a device of somebody else, or one that never was', async () => {
  await town.account('asep', 'enumerator', '005')
  const asep = await town.browser('asep')
  for (const device of [phone.device, newId<DeviceId>()])
    expect((await report(3, device, asep)).status).toBe(204)
  expect(await listed()).toEqual([])
  expect(audited()).toEqual([])
})

test('[D3] who signs in as another device and still bears the cookie of the first has lost that one', async () => {
  const cookie = phone.browser.signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const signInAs = (device: DeviceId) =>
    town.server.app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ username: 'rina', password: PASSWORD, device: { id: device, name: 'uji' } }),
    })
  expect((await signInAs(newId<DeviceId>())).status).toBe(200)
  expect(await listed()).toMatchObject([{ device: phone.device, unsent: null }])
})

test('[D3] signing in again as the same device loses nothing', async () => {
  await town.browser('rina', phone.device)
  expect(await listed()).toEqual([])
})

test('[D4] the supervisors of the area see it until one of them has seen to it', async () => {
  await town.account('tetangga', 'supervisor', '006')
  await town.account('setempat', 'supervisor', '005')
  const [tetangga, setempat] = [await town.browser('tetangga'), await town.browser('setempat')]
  await report(2)
  expect(await listed(setempat)).toHaveLength(1)
  expect(await listed(tetangga)).toEqual([])
  const seen = (browser: Browser) => browser.post(`/api/lost-phones/${phone.device}/seen`, {})
  expect((await seen(tetangga)).status).toBe(404)
  expect((await seen(pengawas)).status).toBe(204)
  expect((await seen(setempat)).status).toBe(404)
  expect(await listed(setempat)).toEqual([])
  expect(audited().at(-1)).toMatchObject({ action: 'device.lost-seen', subject: phone.device })
  expect(town.server.audit.firstBroken()).toBeNull()
})
