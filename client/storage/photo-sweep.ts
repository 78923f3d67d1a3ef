import type { Dexie } from 'dexie'
import type { Clock } from '../ports/clock.ts'

/** Longer than any photo waits to be entered in its survey; our own choice. */
const LEAST_AGE_MS = 60 * 60_000
const FIRST_MS = 10_000

/**
 * Takes photos off the disk that nothing on the device names: of households that left, and of pages that were killed
 * between keeping a photo and entering it.
 * @param named hashes; null where nobody can tell
 */
export async function sweepPhotos(
  database: Dexie,
  now: Date,
  named: () => ReadonlySet<string> | null,
): Promise<void> {
  const before = new Date(now.getTime() - LEAST_AGE_MS).toISOString()
  const photos = database.table<{ readonly at: string }, string>('photos')
  await database.transaction('rw', ['photos', 'thumbnails'], async () => {
    const all = await photos.toCollection().primaryKeys()
    const names = named()
    if (!names) return
    for (const sha256 of all.filter((each) => !names.has(each))) {
      const row = await photos.get(sha256)
      if (!row || row.at >= before) continue
      await photos.delete(sha256)
      await database.table('thumbnails').delete(sha256)
    }
  })
}

/**
 * Sweeps once, after the screen has had its turn.
 * @returns calls it off
 */
export function sweepLater(
  database: Dexie,
  clock: Clock,
  named: () => ReadonlySet<string> | null,
): () => void {
  // What fails is swept at the next opening.
  return clock.after(FIRST_MS, () => void sweepPhotos(database, clock.now(), named).catch(() => {}))
}
