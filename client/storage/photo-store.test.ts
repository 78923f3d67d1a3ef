import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import * as fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { isFault } from '../../shared/faults.ts'
import type { DeviceId, SurveyId } from '../../shared/ids.ts'
import { createHasher } from '../platform/hasher.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import type { ShrunkPhoto } from '../ports/photos.ts'
import type { Sealer } from '../ports/sealer.ts'
import { HandClock } from '../sync/testing/phone.ts'
import { openDeviceDatabase } from './device-database.ts'
import { leavesReserve } from './photo-reserve.ts'
import { createPhotoStore } from './photo-store.ts'

const MEGABYTE = 1024 * 1024
const AREA = '32.73.01.1001/005'
const SURVEY = v7() as SurveyId
const FRONT = { survey: SURVEY, entry: v7() }
const INSIDE = { survey: SURVEY, entry: v7() }

/** Of the reserve for answers: whether it fits, and whether it was given away. */
const reserve = {
  hold: vi.fn<() => Promise<boolean>>(() => Promise.resolve(true)),
  release: vi.fn<() => Promise<boolean>>(() => Promise.resolve(true)),
}

async function openPhotos({ sealer = createPlainSealer(), free = 1000 * MEGABYTE, device = v7() } = {}) {
  const { database } = await openDeviceDatabase(device as DeviceId, { sealer, tabs: null })
  const store = createPhotoStore(database, {
    sealer,
    hasher: createHasher(),
    clock: new HandClock(),
    estimate: () => Promise.resolve({ quota: 2000 * MEGABYTE, usage: 2000 * MEGABYTE - free }),
    reserve,
  })
  return { store, database }
}

const photoOf = (text: string): ShrunkPhoto => ({
  blob: new Blob([text], { type: 'image/webp' }),
  type: 'image/webp',
  width: 1600,
  height: 1200,
  thumbnail: new Blob([`small ${text}`], { type: 'image/webp' }),
})

/** Fails the test where the photo was not kept. */
async function kept(putting: Promise<unknown>): Promise<string> {
  const photo = await putting
  if (isFault(photo)) throw new Error(photo.fault)
  return (photo as { readonly sha256: string }).sha256
}

test('a photo is named by the hash of its bytes and comes back as it was, after a restart too', async () => {
  const device = v7()
  const { store, database } = await openPhotos({ device })
  const photo = await store.put(photoOf('abc'), FRONT, AREA)
  const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(photo).toEqual({ sha256, type: 'image/webp', bytes: 3 })
  database.close()
  const again = await openPhotos({ device })
  const blob = await again.store.photo(sha256)
  expect([blob?.type, await blob?.text()]).toEqual(['image/webp', 'abc'])
  expect(await (await again.store.thumbnail(sha256))?.text()).toBe('small abc')
  expect(await again.store.photo('0'.repeat(64))).toBeNull()
})

test('on the disk the bytes are sealed, and nothing open says more than kind, area and size', async () => {
  const plain = createPlainSealer()
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff)
  const sealer: Sealer = {
    ...plain,
    sealBytes: (_table, _id, bytes) => Promise.resolve(turned(bytes)),
    openBytes: (_table, _id, bytes) => Promise.resolve(turned(bytes)),
  }
  const { store, database } = await openPhotos({ sealer })
  const sha256 = await kept(store.put(photoOf('abc'), FRONT, AREA))
  const [row] = await database.table('photos').toArray()
  expect(row).toEqual({
    id: sha256,
    area: AREA,
    state: 'waiting',
    at: '2026-11-23T02:00:00.000Z',
    size: 3,
    type: 'image/webp',
    holders: [`${SURVEY}/${FRONT.entry}`],
    body: turned(new TextEncoder().encode('abc')),
  })
  expect(await (await store.photo(sha256))?.text()).toBe('abc')
})

test('a picture in two places is kept once, and goes with the last of them', async () => {
  const { store, database } = await openPhotos()
  const sha256 = await kept(store.put(photoOf('abc'), FRONT, AREA))
  expect(await kept(store.put(photoOf('abc'), INSIDE, AREA))).toBe(sha256)
  expect(await database.table('photos').count()).toBe(1)
  expect(await store.remove(sha256, FRONT)).toBe('saved')
  expect(await store.photo(sha256)).not.toBeNull()
  expect(await store.remove(sha256, INSIDE)).toBe('saved')
  expect([await store.photo(sha256), await store.thumbnail(sha256)]).toEqual([null, null])
})

test('a photo that would touch the reserve for answers is refused, and nothing of it is kept', async () => {
  const { store, database } = await openPhotos({ free: 50 * MEGABYTE + 5 })
  expect(await store.put(photoOf('abc'), FRONT, AREA)).toMatchObject({ fault: 'no-room-for-photos' })
  expect(await database.table('photos').count()).toBe(0)
})

test('a photo is refused where the reserve for answers does not fit beside it', async () => {
  const { store, database } = await openPhotos()
  reserve.hold.mockResolvedValueOnce(false)
  expect(await store.put(photoOf('abc'), FRONT, AREA)).toMatchObject({ fault: 'no-room-for-photos' })
  expect(await database.table('photos').count()).toBe(0)
})

test('where the browser refuses to write, nothing of the photo is kept, and answers get the reserve', async () => {
  const { store, database } = await openPhotos()
  database.table('thumbnails').hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await store.put(photoOf('abc'), FRONT, AREA)).toMatchObject({ fault: 'no-room-for-photos' })
  expect(await database.table('photos').count()).toBe(0)
  expect(reserve.release).toHaveBeenCalledTimes(1)
})

test('a device from before photos keeps its records and takes photos', async () => {
  const device = v7() as DeviceId
  const old = new Dexie(`yesjitu-${device}`)
  old.version(1).stores({
    households: 'id, area, state',
    surveys: 'id, area, state',
    openChanges: 'id',
    outbox: 'id, state, survey',
    sequence: 'id',
    progress: 'id',
    place: 'id',
  })
  const sealer = createPlainSealer()
  const body = await sealer.seal('sequence', 'only', { next: 7 })
  await old.table('sequence').put({ id: 'only', area: '', state: '', at: '', size: body.length, body })
  old.close()
  const records = await openDeviceDatabase(device, { sealer, tabs: null })
  expect((await records.all('sequence')).map((found) => found.body)).toEqual([{ next: 7 }])
  records.close()
  const { store } = await openPhotos({ device })
  expect(await store.photo(await kept(store.put(photoOf('abc'), FRONT, AREA)))).not.toBeNull()
})

test('after a photo at least 50 MB or 5 % of the room stay free for answers', () => {
  fc.assert(
    fc.property(fc.nat(4000), fc.nat(4000), fc.nat(40), (quota, usage, photo) => {
      const left = quota - usage - photo
      const isKept = left >= 50 || left >= quota * 0.05
      const room = { quota: quota * MEGABYTE, usage: usage * MEGABYTE }
      expect(leavesReserve(room, photo * MEGABYTE)).toBe(isKept)
    }),
  )
  expect(leavesReserve(null, MEGABYTE)).toBe(true)
})
