import { expect, test } from 'vitest'
import type { ShrunkPhoto } from '../ports/photos.ts'
import { HandClock } from '../sync/testing/phone.ts'
import { createPhotoShrinker } from './photo-shrinker.ts'

/** A worker that answers as told, and knows whether it was ended. */
class TestWorker extends EventTarget {
  ended = false
  readonly answer: (() => Event) | null

  constructor(answer: (() => Event) | null) {
    super()
    this.answer = answer
  }

  postMessage(): void {
    const { answer } = this
    if (answer) queueMicrotask(() => this.dispatchEvent(answer()))
  }

  terminate(): void {
    this.ended = true
  }
}

function shrinkerWith(answer: (() => Event) | null) {
  const worker = new TestWorker(answer)
  const clock = new HandClock()
  return { worker, clock, shrinker: createPhotoShrinker(() => worker as unknown as Worker, clock) }
}

const picture = new Blob(['a picture'])

test('what the worker made is the photo, and the worker ends', async () => {
  const photo = { width: 1600 } as ShrunkPhoto
  const { worker, shrinker } = shrinkerWith(() => new MessageEvent('message', { data: photo }))
  expect(await shrinker.shrink(picture)).toEqual(photo)
  expect(worker.ended).toBe(true)
})

test.each([
  ['cannot read it', () => new MessageEvent('message', { data: null })],
  ['fails', () => new Event('error')],
])('a picture is unreadable where the worker %s, and the worker ends', async (_, answer) => {
  const { worker, shrinker } = shrinkerWith(answer)
  expect(await shrinker.shrink(picture)).toEqual({ fault: 'picture-unreadable' })
  expect(worker.ended).toBe(true)
})

test('a worker that never answers is ended, and the picture is unreadable', async () => {
  const { worker, clock, shrinker } = shrinkerWith(null)
  const shrinking = shrinker.shrink(picture)
  clock.advance(30_000)
  expect(await shrinking).toEqual({ fault: 'picture-unreadable' })
  expect(worker.ended).toBe(true)
})

test('a picture that could exhaust the memory is not even opened', async () => {
  const { shrinker } = shrinkerWith(() => new Event('error'))
  const huge = new Blob([new Uint8Array(31 * 1024 * 1024)])
  expect(await shrinker.shrink(huge)).toMatchObject({ fault: 'picture-too-large' })
})
