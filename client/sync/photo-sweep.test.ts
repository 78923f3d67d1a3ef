import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import type { SurveyId } from '../../shared/ids.ts'
import { createHasher } from '../platform/hasher.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import { createPhotoStore } from '../storage/photo-store.ts'
import { sweepLater, sweepPhotos } from '../storage/photo-sweep.ts'
import { field, type Phone } from './testing/phone.ts'

const HOUR_MS = 60 * 60_000

async function fieldWithPhotos() {
  const set = await field({ households: 2 })
  const { phone } = set
  const { database } = phone.records
  const store = createPhotoStore(database, {
    sealer: createPlainSealer(),
    hasher: createHasher(),
    clock: phone.clock,
    estimate: () => Promise.resolve(null),
    reserve: { hold: () => Promise.resolve(true), release: () => Promise.resolve(false) },
  })
  /** Keeps a photo on the disk, and names it in no survey. */
  const keep = async (entry = v7()): Promise<string> => {
    const blob = new Blob([entry], { type: 'image/webp' })
    const photo = { blob, type: 'image/webp', width: 16, height: 12, thumbnail: blob } as const
    const kept = await store.put(photo, { survey: v7() as SurveyId, entry }, '32.73.01.1001/005')
    if (!('sha256' in kept)) throw new Error(kept.fault)
    return kept.sha256
  }
  const held = async (sha256: string) => [
    (await store.photo(sha256)) !== null,
    (await store.thumbnail(sha256)) !== null,
  ]
  /** The server has all of them, and so has its backup. */
  const mayGo = (sha256s: readonly string[]) => Promise.resolve(new Set(sha256s))
  const sweep = () =>
    sweepPhotos(database, phone.clock.now(), { named: () => phone.photos()?.named() ?? null, mayGo })
  return { ...set, keep, held, sweep }
}

/** Takes a photo into the survey of a household. */
async function enter(phone: Phone, household: string, entry: string, sha256: string) {
  await phone.answer(household, `attachments/${entry}/sha256`, sha256)
}

test('a photo that no survey names goes once it is old, with its thumbnail', async () => {
  const { phone, keep, held, sweep } = await fieldWithPhotos()
  const sha256 = await keep()
  await sweep()
  expect(await held(sha256)).toEqual([true, true])
  phone.clock.advance(HOUR_MS + 1)
  await sweep()
  expect(await held(sha256)).toEqual([false, false])
})

test('a household that left takes its photos along, unless its survey is unsent', async () => {
  const { phone, server, household, listed, keep, held, sweep } = await fieldWithPhotos()
  const other = listed[1]?.id ?? ''
  const sent = await keep()
  await enter(phone, household, v7(), sent)
  await phone.engine.sync()
  await sweep()
  phone.clock.advance(HOUR_MS + 1)
  await sweep()
  expect(await held(sent)).toEqual([true, true])
  server.scope = { version: 4, streams: [] }
  const unsent = await keep()
  await enter(phone, other, v7(), unsent)
  phone.clock.advance(HOUR_MS + 1)
  phone.weather = ['down']
  await phone.engine.sync()
  await sweep()
  expect([await held(sent), await held(unsent)]).toEqual([
    [true, true],
    [true, true],
  ])
  phone.weather = ['fine']
  await phone.engine.sync()
  await sweep()
  expect(phone.card(household)).toBeUndefined()
  expect(await held(sent)).toEqual([false, false])
})

test('no photo that a survey on the device names is swept, whatever happens to it', async () => {
  const { phone, household, keep, held, sweep } = await fieldWithPhotos()
  const entries = [v7(), v7()]
  const act = fc.record({ entry: fc.nat(1), kind: fc.constantFrom('take', 'delete', 'sync', 'lose') })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
      for (const { entry, kind } of acts) {
        const id = entries[entry] ?? ''
        phone.weather = [kind === 'lose' ? 'reply-lost' : 'fine']
        if (kind === 'take') {
          await enter(phone, household, id, await keep())
          await phone.answer(household, `attachments/${id}/removed`, null)
        } else if (kind === 'delete') await phone.answer(household, `attachments/${id}/removed`, 'batal')
        else await phone.engine.sync()
      }
      phone.clock.advance(HOUR_MS + 1)
      await sweep()
      const named = Object.values(phone.view(household).document.attachments).flatMap((attachment) =>
        attachment.removed === undefined ? (attachment.sha256 ?? []) : [],
      )
      expect((await Promise.all(named.map(held))).flat()).not.toContain(false)
    }),
    { numRuns: 15 },
  )
})

test('nothing is swept while a row cannot be read: it may name any photo', async () => {
  const { phone, keep, held } = await fieldWithPhotos()
  const sha256 = await keep()
  phone.clock.advance(HOUR_MS + 1)
  const mayGo = (sha256s: readonly string[]) => Promise.resolve(new Set(sha256s))
  await sweepPhotos(phone.records.database, phone.clock.now(), { named: () => null, mayGo })
  expect(await held(sha256)).toEqual([true, true])
})

test('it is swept a while after the device was opened', async () => {
  const { phone } = await fieldWithPhotos()
  let asked = 0
  const named = () => {
    asked += 1
    return null
  }
  const mayGo = () => Promise.resolve(new Set<string>())
  const stop = sweepLater(phone.records.database, phone.clock, { named, mayGo })
  stop()
  phone.clock.advance(HOUR_MS)
  sweepLater(phone.records.database, phone.clock, { named, mayGo })
  phone.clock.advance(HOUR_MS)
  await vi.waitFor(() => expect(asked).toBe(1))
})
