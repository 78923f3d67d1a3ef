import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Dexie } from 'dexie'
import type { DeviceCare, Persistence, Protection } from '../ports/device-care.ts'
import type { StorageRoom } from '../ports/storage-room.ts'
import type { AnswerReserve } from './answer-reserve.ts'
import { levelOf } from './photo-reserve.ts'

const RECORDS = ['households', 'surveys', 'openChanges', 'outbox'] as const

/**
 * Watches over a device's data. The browser is asked to keep them once there is work that only this device has: until
 * then nothing could be lost, and a question right after signing in is one that nobody understands.
 * @param database of the device, open
 * @param unsent surveys with work that the server does not have
 */
export function createDeviceCare(ports: {
  readonly database: Dexie
  readonly persistence: Persistence
  readonly estimate: () => Promise<StorageRoom | null>
  readonly reserve: Pick<AnswerReserve, 'isReleased'>
  readonly unsent: ReadonlySignal<number>
}): DeviceCare & { readonly close: () => void } {
  const { database, persistence, estimate, reserve, unsent } = ports
  const protection = signal<Protection>('unknown')
  const looking = look()

  async function look(): Promise<void> {
    const isGranted = await persistence.isGranted()
    if (isGranted !== null) protection.value = isGranted ? 'kept' : 'not-asked'
  }

  async function protect(): Promise<void> {
    await looking
    if (protection.peek() === 'kept' || protection.peek() === 'unknown') return
    protection.value = (await persistence.ask()) ? 'kept' : 'refused'
  }

  const stop = effect(() => {
    if (unsent.value === 0) return
    // Once a page: who refuses is not asked again at each answer.
    queueMicrotask(() => stop())
    void protect()
  })

  return {
    protection,
    protect,
    storageUse: async () => {
      const [room, isReleased, photos, thumbnails, ...records] = await Promise.all([
        estimate(),
        reserve.isReleased(),
        blobSizes('photos'),
        blobSizes('thumbnails'),
        ...RECORDS.map(recordBytes),
      ])
      return {
        room,
        level: isReleased ? 'reserve' : levelOf(room),
        records: sum(records),
        photos: { count: photos.length, bytes: sum(photos) + sum(thumbnails) },
      }
    },
    close: stop,
  }

  async function recordBytes(table: string): Promise<number> {
    let bytes = 0
    await database.table<{ readonly size: number }>(table).each(({ size }) => void (bytes += size))
    return bytes
  }

  /** From the index alone: the bytes of hundreds of photos would not fit in the memory of a cheap phone. */
  async function blobSizes(table: 'photos' | 'thumbnails'): Promise<readonly number[]> {
    return (await database.table(table).orderBy('size').keys()) as number[]
  }
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}
