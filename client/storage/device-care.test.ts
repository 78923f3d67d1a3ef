import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import type { DeviceId, SurveyId } from '../../shared/ids.ts'
import { createHasher } from '../platform/hasher.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import type { Persistence } from '../ports/device-care.ts'
import type { StorageRoom } from '../ports/storage-room.ts'
import { HandClock } from '../sync/testing/phone.ts'
import { createAnswerReserve } from './answer-reserve.ts'
import { createDeviceCare } from './device-care.ts'
import { openDeviceDatabase } from './device-database.ts'
import { levelOf } from './photo-reserve.ts'
import { createPhotoStore } from './photo-store.ts'

const MEGABYTE = 1024 * 1024

async function device({
  isGranted = false as boolean | null,
  answer = false,
  room = null as StorageRoom | null,
} = {}) {
  const sealer = createPlainSealer()
  const records = await openDeviceDatabase(v7() as DeviceId, { sealer, tabs: null })
  const unsent = signal(0)
  const persistence: Persistence = {
    isGranted: () => Promise.resolve(isGranted),
    ask: vi.fn<Persistence['ask']>(() => Promise.resolve(answer)),
  }
  const estimate = () => Promise.resolve(room)
  const reserve = createAnswerReserve()
  const care = createDeviceCare({ database: records.database, persistence, estimate, reserve, unsent })
  const photos = createPhotoStore(records.database, {
    sealer,
    hasher: createHasher(),
    clock: new HandClock(),
    estimate: () => Promise.resolve(null),
    reserve,
  })
  return { records, unsent, persistence, care, photos, reserve }
}

test('the browser is asked once there is work that only this phone has, and not again at each answer', async () => {
  const { unsent, persistence, care } = await device()
  await vi.waitFor(() => expect(care.protection.value).toBe('not-asked'))
  expect(persistence.ask).not.toHaveBeenCalled()
  unsent.value = 1
  await vi.waitFor(() => expect(care.protection.value).toBe('refused'))
  unsent.value = 2
  await Promise.resolve()
  expect(persistence.ask).toHaveBeenCalledTimes(1)
})

test('who has it granted is not asked; who refused can be asked again by hand', async () => {
  const granted = await device({ isGranted: true })
  granted.unsent.value = 1
  await vi.waitFor(() => expect(granted.care.protection.value).toBe('kept'))
  expect(granted.persistence.ask).not.toHaveBeenCalled()

  const asked = await device({ answer: true })
  await asked.care.protect()
  expect(asked.care.protection.value).toBe('kept')
})

test('a browser without that promise is not asked, and the phone says so', async () => {
  const { unsent, persistence, care } = await device({ isGranted: null })
  unsent.value = 1
  await care.protect()
  expect([care.protection.value, vi.mocked(persistence.ask).mock.calls]).toEqual(['unknown', []])
})

test('what takes the room is told by kind', async () => {
  const room = { quota: 1000 * MEGABYTE, usage: 3 * MEGABYTE }
  const { records, care, photos } = await device({ room })
  const keys = { area: '', state: '', at: '2026-11-23T02:00:00.000Z' }
  await records.commit([
    { table: 'sequence', id: 'only', kind: 'put', keys, body: { next: 2 }, over: null },
    {
      table: 'openChanges',
      id: 'x',
      kind: 'put',
      keys,
      body: { survey: 'x', patch: {} } as never,
      over: null,
    },
  ])
  const photo = (text: string) => ({
    blob: new Blob([text]),
    type: 'image/webp' as const,
    width: 4,
    height: 3,
    thumbnail: new Blob(['tiny']),
  })
  for (const text of ['first photo', 'second photo'])
    await photos.put(photo(text), { survey: v7() as SurveyId, entry: v7() }, '32.73.01.1001/005')
  expect(await care.storageUse()).toEqual({
    room,
    level: 'enough',
    records: JSON.stringify({ survey: 'x', patch: {} }).length,
    photos: { count: 2, bytes: 'first photo'.length + 'second photo'.length + 2 * 'tiny'.length },
  })
})

test('the reserve is held once, gives way once, and is said to be gone until it fits again', async () => {
  const { care, reserve } = await device({ room: { quota: 1000 * MEGABYTE, usage: 0 } })
  await reserve.hold()
  expect(await reserve.hold()).toBe(true)
  expect((await care.storageUse()).level).toBe('enough')
  expect([await reserve.release(), await reserve.release()]).toEqual([true, false])
  expect((await care.storageUse()).level).toBe('reserve')
  expect(await reserve.hold()).toBe(true)
  expect((await care.storageUse()).level).toBe('enough')
})

test('little room is said before photos are refused', () => {
  const free = (megabytes: number) => ({ quota: 4000 * MEGABYTE, usage: (4000 - megabytes) * MEGABYTE })
  expect([101, 99, 51, 50, 0].map((megabytes) => levelOf(free(megabytes)))).toEqual([
    'enough',
    'little',
    'little',
    'reserve',
    'reserve',
  ])
  expect(levelOf(null)).toBe('enough')
})
