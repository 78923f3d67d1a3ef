import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { fault } from '../../shared/faults.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { FakeServer } from './testing/fake-server.ts'
import { field, listedHousehold, openPhone, STREAM } from './testing/phone.ts'

test('the first sync brings all households, page by page, and says so only at the end', async () => {
  const server = new FakeServer()
  server.scope = { version: 1, streams: [STREAM] }
  server.pageSize = 2
  for (let index = 0; index < 5; index++) server.publishHousehold(listedHousehold(v7(), `Warga ${index}`))
  const phone = await openPhone(server, v7())
  const seen: unknown[] = []
  phone.engine.state.subscribe((state) => {
    if (state.kind === 'sending') seen.push([state.received, state.expected])
  })
  await phone.engine.sync()
  expect(phone.fieldWork.households.value.size).toBe(5)
  expect(seen).toContainEqual([2, 5])
  expect(phone.engine.state.value).toEqual({ kind: 'up-to-date', at: '2026-11-23T02:12:00.000Z' })
})

test('[V1] an ended session stops sending, not working; the next sign-in goes on where it was', async () => {
  const { server, phone, household } = await field()
  phone.weather = [fault('signed-out'), 'fine']
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({ kind: 'stopped', fault: fault('signed-out'), waiting: 1 })
  expect(await phone.answer(household, 'dwelling/wall', 'bambu')).toBe('saved')
  await phone.engine.sync()
  expect(server.received).toHaveLength(2)
  expect(phone.engine.state.value.kind).toBe('up-to-date')
})

test('[V4] an app that is too old stops and keeps its work', async () => {
  const { phone, household } = await field()
  phone.weather = [fault('protocol-too-old')]
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({ kind: 'stopped', waiting: 1 })
})

test('[V4] an app that is newer than its server keeps its work and tries again by itself', async () => {
  const { server, phone, household } = await field()
  phone.weather = [fault('protocol-too-new'), 'fine']
  await phone.answer(household, 'dwelling/floor', 'tanah')
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({
    kind: 'offline',
    fault: fault('protocol-too-new'),
    waiting: 1,
  })
  phone.clock.advance(5 * 60_000)
  await expect.poll(() => server.received.length).toBe(1)
})

test('[V2] a revoked phone sends nothing by itself, keeps its work, and goes on once it is let in again', async () => {
  const { server, phone, household } = await field()
  const stop = phone.engine.start()
  await phone.engine.sync()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [fault('device-revoked')]
  await phone.engine.sync()
  const asked = phone.sent.length
  phone.clock.advance(24 * 60 * 60_000)
  phone.hint('reconnected')
  expect(await phone.answer(household, 'dwelling/wall', 'bambu')).toBe('saved')
  phone.clock.advance(60_000)
  expect(phone.sent).toHaveLength(asked)
  expect(phone.engine.state.value).toMatchObject({
    kind: 'stopped',
    fault: fault('device-revoked'),
    waiting: 1,
  })
  phone.weather = ['fine']
  await phone.engine.sync()
  expect(server.received).toHaveLength(2)
  stop()
})

test('a request that is too large for the server is halved until it fits', async () => {
  const { server, phone, listed } = await field({ households: 3 })
  for (const { id } of listed) await phone.answer(id, 'dwelling/floor', 'tanah')
  phone.weather = [fault('too-large'), 'fine']
  await phone.engine.sync()
  expect(phone.sent.slice(1).map(({ changes }) => changes.length)).toEqual([3, 2, 1])
  expect(server.received).toHaveLength(3)
})

test('it wakes after work, on hints, and after failures with growing pauses', async () => {
  const { server, phone, household } = await field()
  const stop = phone.engine.start()
  await phone.engine.sync()
  const before = server.requests
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.clock.advance(14_000)
  expect(server.requests).toBe(before)
  phone.weather = ['down', 'down', 'fine']
  phone.clock.advance(1_000)
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({ kind: 'offline' })
  phone.hint('reconnected')
  await phone.engine.sync()
  expect(server.received).toHaveLength(1)
  stop()
})

test('a background sync does not cut the pause after a failure short', async () => {
  const { server, phone } = await field()
  const stop = phone.engine.start()
  await phone.engine.sync()
  phone.weather = ['down', 'fine']
  await phone.engine.sync()
  const asked = server.requests
  for (let wakes = 0; wakes < 5; wakes++) phone.hint('service-worker')
  expect(phone.engine.state.value).toMatchObject({ kind: 'offline' })
  expect(server.requests).toBe(asked)
  stop()
})

test('[W4] a busy server is left alone until the time that it named, whatever happens meanwhile', async () => {
  const { server, phone, household } = await field()
  const stop = phone.engine.start()
  await phone.engine.sync()
  phone.weather = [fault('busy', { pauseMs: 450_000 }), 'fine']
  // Asked for twice while the first request is under way.
  await Promise.all([phone.engine.sync(), phone.engine.sync()])
  const retryAt = new Date(phone.clock.now().getTime() + 450_000).toISOString()
  expect(phone.engine.state.value).toMatchObject({ kind: 'offline', fault: { fault: 'busy' }, retryAt })
  const asked = server.requests
  await phone.answer(household, 'dwelling/floor', 'tanah')
  for (const hint of ['reconnected', 'shown', 'service-worker'] as const) phone.hint(hint)
  phone.clock.advance(449_000)
  expect(server.requests).toBe(asked)
  phone.clock.advance(1_000)
  await phone.engine.sync()
  expect(server.received).toHaveLength(1)
  stop()
})

test('[W4] the person at the button need not wait for a busy server', async () => {
  const { server, phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.weather = [fault('busy', { pauseMs: 450_000 }), 'fine']
  await phone.engine.sync()
  await phone.engine.sync()
  expect(server.received).toHaveLength(1)
})

test('[V1] another user’s sign-in in this browser gets and gives nothing of this device, until its own comes back', async () => {
  const { server, phone, device, household } = await field()
  const stop = phone.engine.start()
  await phone.engine.sync()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  server.signedIn = v7() as DeviceId
  await phone.engine.sync()
  expect(server.received).toEqual([])
  const stopped = { kind: 'stopped', fault: fault('device-of-another'), waiting: 1 }
  expect(phone.engine.state.value).toMatchObject(stopped)
  const before = server.requests
  phone.clock.advance(60 * 60_000)
  phone.hint('reconnected')
  // One by hand, which would join and follow any that had begun by itself.
  await phone.engine.sync()
  expect(server.requests).toBe(before + 1)
  server.signedIn = device as DeviceId
  await phone.engine.sync()
  expect(server.received).toHaveLength(1)
  stop()
})

test('what nobody expected is shown and tried again', async () => {
  const { server, phone, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.beforeSend = () => Promise.reject(new RangeError('a bug'))
  await phone.engine.sync()
  const offline = { kind: 'offline', fault: fault('server-error', { thrown: 'RangeError' }), waiting: 1 }
  expect(phone.engine.state.value).toMatchObject(offline)
  phone.beforeSend = async () => {}
  phone.clock.advance(5 * 60_000)
  await expect.poll(() => server.received.length).toBe(1)
})

test('half an emoji does not hold up what waits', async () => {
  const { server, phone, household } = await field()
  await phone.answer(household, 'location/address', 'Gg. Mawar \uD83C')
  await phone.engine.sync()
  expect(server.received[0]?.patch['location/address']?.to).toBe('Gg. Mawar \uFFFD')
})

test('[V6] a page whose database a newer version took over sends nothing any more', async () => {
  const { server, phone, device } = await field()
  const stop = phone.engine.start()
  await phone.engine.sync()
  phone.fieldWork.retired.subscribe((isRetired) => isRetired && stop())
  const newer = new Dexie(`yesjitu-${device}`)
  newer.version(2).stores({ more: 'id' })
  await newer.open()
  const before = server.requests
  phone.hint('reconnected')
  phone.clock.advance(60 * 60_000)
  await phone.engine.sync()
  expect(server.requests).toBe(before)
  expect(phone.engine.state.value.kind).not.toBe('sending')
})
