import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { fault, type Fault } from '../../shared/faults.ts'
import type { SurveyId } from '../../shared/ids.ts'
import { createHasher } from '../platform/hasher.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import type { PhotoTransport } from '../ports/uploads.ts'
import { createPhotoStore } from '../storage/photo-store.ts'
import { sweepPhotos } from '../storage/photo-sweep.ts'
import { createUploadStore } from '../storage/upload-store.ts'
import { openPhotoPost } from './photo-post.ts'
import { field } from './testing/phone.ts'

const DAY_MS = 24 * 60 * 60_000

/** The server's side of photos: what it says to each, and what it holds. */
class FakeShelf implements PhotoTransport {
  readonly sent: string[] = []
  readonly urls: (string | null)[] = []
  readonly holds = new Set<string>()
  readonly backedUp = new Set<string>()
  outcome: (sha256: string) => 'received' | Fault = () => 'received'

  async send(
    { sha256, blob, url }: Parameters<PhotoTransport['send']>[0],
    { begun, progress }: Parameters<PhotoTransport['send']>[1],
  ) {
    this.sent.push(await blob.text())
    this.urls.push(url)
    await begun(`/api/uploads/${sha256}`)
    progress(blob.size, blob.size)
    const outcome = this.outcome(sha256)
    if (outcome === 'received') this.holds.add(sha256)
    return outcome
  }

  held(sha256s: readonly string[]) {
    const held = sha256s.filter((sha256) => this.holds.has(sha256))
    return Promise.resolve({ held, backedUp: held.filter((sha256) => this.backedUp.has(sha256)) })
  }
}

async function fieldWithPost() {
  const set = await field({ households: 2 })
  const { phone } = set
  const { database } = phone.records
  const photos = createPhotoStore(database, {
    sealer: createPlainSealer(),
    hasher: createHasher(),
    clock: phone.clock,
    estimate: () => Promise.resolve(null),
    reserve: { hold: () => Promise.resolve(true), release: () => Promise.resolve(false) },
  })
  const shelf = new FakeShelf()
  const network = { kind: 'mobile' as 'wifi' | 'mobile' | 'unknown', changed: () => {} }
  const open = () =>
    openPhotoPost({
      uploads: createUploadStore(database),
      photos,
      book: phone.photos,
      transport: shelf,
      network: {
        now: () => network.kind,
        listen(hear) {
          network.changed = hear
          return () => {}
        },
      },
      locks: { alone: (_name, task) => task() },
      clock: phone.clock,
      chance: () => 0.5,
      lockName: 'photos',
      sync: phone.engine.state,
    })
  const post = await open()
  /** Takes a photo into a household's survey. */
  async function take(household: string, text: string, entry = v7()): Promise<string> {
    const blob = new Blob([text], { type: 'image/webp' })
    const shrunk = { blob, type: 'image/webp', width: 16, height: 12, thumbnail: blob } as const
    const kept = await photos.put(shrunk, { survey: v7() as SurveyId, entry }, '32.73.01.1001/005')
    if (!('sha256' in kept)) throw new Error(kept.fault)
    phone.clock.advance(1000)
    const edits = {
      sha256: kept.sha256,
      bytes: kept.bytes,
      takenAt: phone.clock.now().toISOString(),
    }
    await phone.fieldWork.answer(
      household as Parameters<typeof phone.fieldWork.answer>[0],
      Object.entries(edits).map(([key, to]) => ({ path: `attachments/${entry}/${key}`, to })),
    )
    return kept.sha256
  }
  const sweep = async () => {
    phone.clock.advance(DAY_MS)
    const named = () => phone.photos()?.named() ?? null
    await sweepPhotos(database, phone.clock.now(), { named, mayGo: post.mayGo })
  }
  const isKept = async (sha256: string) => (await photos.photo(sha256)) !== null
  const rested = () => vi.waitFor(() => expect(post.state.value.activity.kind).toBe('resting'))
  return { ...set, post, open, shelf, network, take, sweep, isKept, rested }
}

test('[A1] surveys first, then their photos, the oldest first', async () => {
  const { phone, household, listed, post, shelf, take } = await fieldWithPost()
  await take(household, 'first')
  await take(listed[1]?.id ?? '', 'second')
  await take(household, 'third')
  phone.weather = ['down']
  await phone.engine.sync()
  await post.lookAgain()
  expect(post.state.value.lines.map(({ photos, behindSurvey }) => [photos, behindSurvey])).toEqual([
    [2, 2],
    [1, 1],
  ])
  await post.sendNow()
  expect(shelf.sent).toEqual([])
  phone.weather = ['fine']
  await phone.engine.sync()
  await vi.waitFor(() => expect(post.state.value.lines).toEqual([]))
  expect(shelf.sent).toEqual(['first', 'second', 'third'])
})

test('[A1] photos of a survey that is held in quarantine go as well', async () => {
  const { phone, household, post, shelf, take } = await fieldWithPost()
  await take(household, 'held')
  phone.weather = [
    (reply) => ({
      ...reply,
      results: reply.results.map((result) => ({ ...result, outcome: 'quarantined', fault: 'cannot-apply' })),
      news: [],
    }),
  ]
  await phone.engine.sync()
  await vi.waitFor(() => expect(shelf.sent).toEqual(['held']))
  expect(post.state.value.lines).toEqual([])
})

test('[A3] what was begun goes on at the same place, on another page too', async () => {
  const { phone, household, post, open, shelf, take } = await fieldWithPost()
  const sha256 = await take(household, 'cut')
  shelf.outcome = () => fault('unreachable')
  await phone.engine.sync()
  await vi.waitFor(() => expect(post.state.value.activity.kind).toBe('failed'))
  post.close()
  shelf.outcome = () => 'received'
  const other = await open()
  await vi.waitFor(() => expect(shelf.urls).toEqual([null, `/api/uploads/${sha256}`]))
  await vi.waitFor(() => expect(other.state.value.lines).toEqual([]))
})

test('[A4] a photo that was damaged on the way begins anew; one that is refused waits for a person and holds up nobody', async () => {
  const { phone, household, post, shelf, take, rested } = await fieldWithPost()
  const damaged = await take(household, 'damaged')
  const refused = await take(household, 'refused')
  await take(household, 'good')
  shelf.outcome = (sha256) =>
    sha256 === damaged
      ? fault('picture-damaged')
      : sha256 === refused
        ? fault('picture-unreadable')
        : 'received'
  await phone.engine.sync()
  await vi.waitFor(() => expect(post.state.value.activity.kind).toBe('failed'))
  expect(shelf.sent).toEqual(['damaged', 'refused', 'good'])
  expect(post.state.value.lines).toMatchObject([{ photos: 2, fault: { fault: 'picture-unreadable' } }])
  shelf.outcome = () => 'received'
  phone.clock.advance(60_000)
  await rested()
  expect(shelf.sent.slice(3)).toEqual(['damaged'])
  expect(shelf.urls.at(-1)).toBeNull()
})

test('[A9] only on Wi-Fi: photos wait on mobile data and on an unknown network, unless somebody sends them', async () => {
  const { phone, household, post, shelf, network, take } = await fieldWithPost()
  await post.setOnlyOnWifi(true)
  await take(household, 'one')
  await phone.engine.sync()
  await vi.waitFor(() => expect(post.state.value.activity).toEqual({ kind: 'held', network: 'mobile' }))
  network.kind = 'unknown'
  network.changed()
  await vi.waitFor(() => expect(post.state.value.activity).toEqual({ kind: 'held', network: 'unknown' }))
  expect(shelf.sent).toEqual([])
  await post.sendNow()
  expect(shelf.sent).toEqual(['one'])
  await take(household, 'two')
  await phone.engine.sync()
  await vi.waitFor(() => expect(post.state.value.activity.kind).toBe('held'))
  network.kind = 'wifi'
  network.changed()
  await vi.waitFor(() => expect(shelf.sent).toEqual(['one', 'two']))
})

test('[A9] what somebody sends goes on after a sync that came in between', async () => {
  const { phone, household, post, shelf, take } = await fieldWithPost()
  await post.setOnlyOnWifi(true)
  await take(household, 'one')
  await take(household, 'two')
  await phone.engine.sync()
  await vi.waitFor(() => expect(post.state.value.activity.kind).toBe('held'))
  const syncing: Promise<void>[] = []
  shelf.outcome = () => {
    syncing.push(phone.engine.sync())
    return 'received'
  }
  await post.sendNow()
  await Promise.all(syncing)
  await vi.waitFor(() => expect(shelf.sent).toEqual(['one', 'two']))
})

test('[A9] the choice is kept on the device', async () => {
  const { post, open } = await fieldWithPost()
  await post.setOnlyOnWifi(true)
  expect((await open()).onlyOnWifi.value).toBe(true)
})

test('[A10] a photo whose household left stays until the server has it in a verified copy', async () => {
  const { phone, server, household, post, shelf, take, sweep, isKept } = await fieldWithPost()
  const sha256 = await take(household, 'left')
  shelf.outcome = () => fault('unreachable')
  server.scope = { version: 4, streams: [] }
  await phone.engine.sync()
  expect(phone.card(household)).toBeUndefined()
  await vi.waitFor(() => expect(post.state.value.activity.kind).toBe('failed'))
  await sweep()
  expect(await isKept(sha256)).toBe(true)
  shelf.outcome = () => 'received'
  await vi.waitFor(async () => {
    await post.sendNow()
    expect(shelf.holds.has(sha256)).toBe(true)
  })
  await sweep()
  expect(await isKept(sha256)).toBe(true)
  shelf.backedUp.add(sha256)
  await sweep()
  expect(await isKept(sha256)).toBe(false)
})

test('[A10] a server with another history is offered again what an earlier one had', async () => {
  const { phone, server, household, post, shelf, take, rested } = await fieldWithPost()
  await take(household, 'again')
  await phone.engine.sync()
  await vi.waitFor(() => expect(shelf.sent).toEqual(['again']))
  await rested()
  server.epoch = 'epoch-2'
  server.at = '2026-11-23T03:00:00.000Z'
  await phone.engine.sync()
  await vi.waitFor(() => expect(shelf.sent).toEqual(['again', 'again']))
  await vi.waitFor(() => expect(post.state.value.lines).toEqual([]))
})
