import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import Dexie from 'dexie'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import type { CaseWorkersKey, ConfidentialMessage } from '../../shared/api/confidential.ts'
import { fault, type Fault } from '../../shared/faults.ts'
import type { ConfidentialId, DeviceId, HouseholdId } from '../../shared/ids.ts'
import { createHasher } from '../platform/hasher.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import type { SyncState } from '../ports/sync.ts'
import { openConfidentialRecords } from '../storage/device-database.ts'
import { openConfidentialDesk, type ConfidentialDesk } from './confidential-desk.ts'
import { AREA, HandClock } from './testing/phone.ts'

const KEY: CaseWorkersKey = { id: 'kunci-1', publicKey: 'AAAA' }
const REQUEST = {
  household: '01900000-0000-7000-8000-000000000001' as HouseholdId,
  member: null,
  name: 'Aminah',
  address: 'Gg. Mawar 3',
  area: AREA,
}
/** longer than any request waits before it leaves */
const PAUSE_MS = 5 * 60_000
const IDLE: SyncState = { kind: 'starting', waiting: 0, lastAt: null }
const SENDING: SyncState = {
  kind: 'sending',
  sent: 0,
  total: 0,
  received: 0,
  expected: 0,
  waiting: 0,
  lastAt: null,
}

const open: ConfidentialDesk[] = []
afterEach(() => open.splice(0).forEach((desk) => desk.close()))

/** A page of a device, with a server that keeps what it is given. */
async function page(device: string, reached: ConfidentialMessage[] = [], noKey: Fault | null = null) {
  const clock = new HandClock()
  const sync = signal<SyncState>(IDLE)
  const weather: {
    key: Fault | null
    send: Fault | null | 'reply-lost' | 'other-receipt'
    /** id of the message that the server will not have */
    refused: string | null
    chance: number
  } = { key: noKey, send: null, refused: null, chance: 0.5 }
  const hasher = createHasher()
  const askForWake = vi.fn<() => void>()
  let sealed = 0
  const desk = await openConfidentialDesk({
    records: await openConfidentialRecords(device as DeviceId, { sealer: createPlainSealer() }),
    sealer: {
      seal: (key) =>
        Promise.resolve({
          id: `00000000-0000-4000-8000-00000000000${++sealed}` as ConfidentialId,
          keyId: key.id,
          sealed: `segel-${sealed}`,
        }),
    },
    hasher,
    api: {
      caseWorkersKey: () => Promise.resolve(weather.key ?? KEY),
      sendConfidential: async (message) => {
        if (weather.send && typeof weather.send === 'object') return weather.send
        if (weather.refused === message.id) return fault('bad-request')
        reached.push(message)
        if (weather.send === 'reply-lost') return fault('unreachable')
        const hash = weather.send === 'other-receipt' ? 'lain' : await hasher.hashOf(message)
        return { id: message.id, hash, receivedOn: '2026-11-23' }
      },
    },
    locks: { alone: (_name, task) => task() },
    connectivity: { askForWake },
    clock,
    chance: () => weather.chance,
    lockName: device,
    sync,
  })
  open.push(desk)
  const wake = () => {
    sync.value = IDLE
    sync.value = SENDING
  }
  const ready = async () => {
    wake()
    await vi.waitFor(() => expect(desk.canAsk.value).toBe(true))
  }
  const depart = () => clock.advance(PAUSE_MS)
  return { desk, clock, sync, weather, reached, askForWake, wake, ready, depart }
}

test('opened after the first sync it has the key all the same', async () => {
  const { desk } = await page(v7())
  await vi.waitFor(() => expect(desk.canAsk.value).toBe(true))
})

async function onDisk(device: string): Promise<unknown[]> {
  const db = await new Dexie(`yesjitu-${device}`).open()
  const rows = await db.table('confidential').toArray()
  db.close()
  return rows
}

test('without the case workers’ key nothing can be asked; it comes with the first sync and stays', async () => {
  const device = v7()
  const first = await page(device, [], fault('unreachable'))
  first.wake()
  expect(await first.desk.ask(REQUEST)).toBe('no-key')
  first.weather.key = null
  await first.ready()
  first.desk.close()
  const second = await page(device)
  expect(second.desk.canAsk.value).toBe(true)
})

test('[C4] what was asked is on the disk before anybody says so, and gone with its receipt', async () => {
  const device = v7()
  const { desk, reached, ready, depart } = await page(device)
  await ready()
  expect(await desk.ask(REQUEST)).toBe('saved')
  expect(await onDisk(device)).toEqual([
    {
      id: '00000000-0000-4000-8000-000000000001',
      area: '',
      state: '',
      at: '',
      size: expect.any(Number) as number,
      body: expect.any(Uint8Array) as Uint8Array,
    },
  ])
  depart()
  await vi.waitFor(async () => expect(await onDisk(device)).toEqual([]))
  expect(reached).toEqual([{ id: '00000000-0000-4000-8000-000000000001', keyId: KEY.id, sealed: 'segel-1' }])
})

test('[C4] a killed page loses nothing: the next one sends the very same bytes', async () => {
  const device = v7()
  const first = await page(device)
  await first.ready()
  first.weather.send = 'reply-lost'
  await first.desk.ask(REQUEST)
  first.depart()
  await vi.waitFor(() => expect(first.reached).toHaveLength(1))
  first.desk.close()
  const second = await page(device, first.reached)
  second.depart()
  await vi.waitFor(async () => expect(await onDisk(device)).toEqual([]))
  expect(second.reached).toEqual([first.reached[0], first.reached[0]])
})

test('[C4] a receipt for other bytes lets nothing go', async () => {
  const device = v7()
  const { desk, weather, reached, askForWake, ready, depart } = await page(device)
  await ready()
  weather.send = 'other-receipt'
  await desk.ask(REQUEST)
  depart()
  await vi.waitFor(() => expect(askForWake).toHaveBeenCalled())
  expect(reached).toHaveLength(1)
  expect(await onDisk(device)).toHaveLength(1)
})

test.each([
  [0, 10_000],
  [0.5, 155_000],
  [1, 300_000],
])('[C11] by chance %d it leaves after %d ms, however often the phone syncs', async (chance, pauseMs) => {
  const device = v7()
  const { desk, clock, weather, reached, ready, wake } = await page(device)
  await ready()
  clock.advance(PAUSE_MS)
  weather.chance = chance
  await desk.ask(REQUEST)
  clock.advance(pauseMs - 1)
  wake()
  expect(await onDisk(device)).toHaveLength(1)
  expect(reached).toEqual([])
  clock.advance(1)
  await vi.waitFor(async () => expect(await onDisk(device)).toEqual([]))
  expect(reached).toHaveLength(1)
})

test('[C11] asked a moment before another departure, it waits its own time, and the other goes with it', async () => {
  const { desk, clock, reached, ready, wake } = await page(v7())
  await ready()
  clock.advance(PAUSE_MS)
  wake()
  await desk.ask(REQUEST)
  clock.advance(154_999)
  await desk.ask(REQUEST)
  clock.advance(154_999)
  expect(reached).toEqual([])
  clock.advance(1)
  await vi.waitFor(() => expect(reached).toHaveLength(2))
})

test('[C11] failures are tried again after a pause, by itself', async () => {
  const { desk, clock, weather, reached, askForWake, ready } = await page(v7())
  await ready()
  weather.send = fault('unreachable')
  await desk.ask(REQUEST)
  clock.advance(155_000)
  await vi.waitFor(() => expect(askForWake).toHaveBeenCalledTimes(1))
  clock.advance(155_000)
  await vi.waitFor(() => expect(askForWake).toHaveBeenCalledTimes(2))
  weather.send = null
  clock.advance(154_999)
  expect(reached).toEqual([])
  clock.advance(1)
  await vi.waitFor(() => expect(reached).toHaveLength(1))
})

test('[C11] what was refused to a signed-out phone leaves after a pause from the next sync', async () => {
  const device = v7()
  const { desk, weather, reached, ready, wake, depart } = await page(device)
  await ready()
  weather.send = fault('signed-out')
  await desk.ask(REQUEST)
  depart()
  expect(await onDisk(device)).toHaveLength(1)
  weather.send = null
  depart()
  expect(reached).toEqual([])
  wake()
  depart()
  await vi.waitFor(async () => expect(await onDisk(device)).toEqual([]))
})

test('one that the server will not have stays, and holds up no other', async () => {
  const device = v7()
  const { desk, weather, ready, wake, depart } = await page(device)
  await ready()
  await desk.ask(REQUEST)
  await desk.ask(REQUEST)
  weather.refused = '00000000-0000-4000-8000-000000000001'
  depart()
  await vi.waitFor(async () => expect(await onDisk(device)).toMatchObject([{ id: weather.refused }]))
  weather.refused = null
  wake()
  depart()
  await vi.waitFor(async () => expect(await onDisk(device)).toEqual([]))
})

test('who is signed out is told that it waits', async () => {
  const { desk, sync } = await page(v7())
  expect(desk.isSignedOut.value).toBe(false)
  sync.value = { kind: 'stopped', fault: fault('signed-out'), waiting: 0, lastAt: null }
  expect(desk.isSignedOut.value).toBe(true)
})

test('a full disk is a fault, and nothing was kept', async () => {
  const device = v7()
  const { desk, ready } = await page(device)
  await ready()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const asked = await desk.ask(REQUEST)
  put.mockRestore()
  expect(asked).toMatchObject({ fault: 'storage-full' })
  expect(await onDisk(device)).toEqual([])
})
