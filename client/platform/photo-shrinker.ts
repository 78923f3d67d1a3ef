import { fault, type Fault } from '../../shared/faults.ts'
import type { Clock } from '../ports/clock.ts'
import type { PhotoShrinker, ShrunkPhoto } from '../ports/photos.ts'

/** Our own choice: above what phones' own cameras write, below what could exhaust a cheap phone's memory. */
const MAX_PICTURE_BYTES = 30 * 1024 * 1024

/** Our own choice: many times what a slow phone takes for a large picture. */
const TIME_LIMIT_MS = 30_000

/**
 * Shrinks in a worker of its own for each picture, which gives all of its memory back when it ends. A worker that
 * does not answer in time is ended, too.
 * @param openWorker starts `photo-worker.ts`
 */
export function createPhotoShrinker(openWorker: () => Worker, clock: Pick<Clock, 'after'>): PhotoShrinker {
  return {
    async shrink(picture) {
      if (picture instanceof Blob && picture.size > MAX_PICTURE_BYTES) {
        return fault('picture-too-large', { bytes: picture.size })
      }
      const worker = openWorker()
      try {
        return await replyOf(worker, picture, clock)
      } finally {
        worker.terminate()
      }
    },
  }
}

function replyOf(
  worker: Worker,
  picture: Blob | ImageBitmap,
  clock: Pick<Clock, 'after'>,
): Promise<ShrunkPhoto | Fault> {
  return new Promise((resolve) => {
    const give = (photo: ShrunkPhoto | null) => {
      stopWaiting()
      resolve(photo ?? fault('picture-unreadable'))
    }
    const stopWaiting = clock.after(TIME_LIMIT_MS, () => give(null))
    worker.addEventListener('message', (event: MessageEvent<ShrunkPhoto | null>) => give(event.data))
    // Most likely too much for this phone's memory.
    worker.addEventListener('error', () => give(null))
    worker.addEventListener('messageerror', () => give(null))
    worker.postMessage(picture, picture instanceof Blob ? [] : [picture])
  })
}
