import type { Dexie } from 'dexie'
import type { Clock } from '../ports/clock.ts'

/** Longer than any photo waits to be entered in its survey; our own choice. */
const LEAST_AGE_MS = 60 * 60_000
const FIRST_MS = 10_000

export type SweepWords = {
  /** hashes of the photos that something here shows; null where nobody can tell */
  readonly named: () => ReadonlySet<string> | null
  /** which of those that nothing shows the server does not need from here any more */
  readonly mayGo: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>
}

/**
 * Takes photos off the disk that nothing on the device names: of households that left, once the server has them in
 * a verified copy, and of pages that were killed between keeping a photo and entering it. Rule [A10].
 */
export async function sweepPhotos(database: Dexie, now: Date, { named, mayGo }: SweepWords): Promise<void> {
  const before = new Date(now.getTime() - LEAST_AGE_MS).toISOString()
  const photos = database.table<{ readonly at: string }, string>('photos')
  const all = await photos.toCollection().primaryKeys()
  const names = named()
  const unnamed = names ? all.filter((sha256) => !names.has(sha256)) : []
  if (unnamed.length === 0) return
  const going = await mayGo(unnamed)
  await database.transaction('rw', ['photos', 'thumbnails'], async () => {
    // One of them may have been taken into a survey meanwhile.
    const namesNow = named()
    for (const sha256 of going) {
      const row = await photos.get(sha256)
      if (!row || row.at >= before || namesNow?.has(sha256) !== false) continue
      await photos.delete(sha256)
      await database.table('thumbnails').delete(sha256)
    }
  })
}

/**
 * Sweeps once, after the screen has had its turn.
 * @returns calls it off
 */
export function sweepLater(database: Dexie, clock: Clock, words: SweepWords): () => void {
  // What fails is swept at the next opening.
  return clock.after(FIRST_MS, () => void sweepPhotos(database, clock.now(), words).catch(() => {}))
}
