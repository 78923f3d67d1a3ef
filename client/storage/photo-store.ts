import type { Dexie, Table } from 'dexie'
import { fault } from '../../shared/faults.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { PhotoHolder, PhotoStore } from '../ports/photos.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { StorageRoom } from '../ports/storage-room.ts'
import type { AnswerReserve } from './answer-reserve.ts'
import { leavesReserve } from './photo-reserve.ts'
import type { SealedRow } from './sealed-row.ts'
import { storageFault } from './storage-fault.ts'

/** A sealed row of bytes: `type` says of what kind, and `holders` (photos only) who needs it. */
type BlobRow = SealedRow & { readonly type: string }
type PhotoRow = BlobRow & { readonly holders: readonly string[] }

const TABLES = ['photos', 'thumbnails'] as const

/**
 * Photos beside the drafts, named by the hash of their bytes: the same picture in two places is kept once. Unlike
 * records they are never opened into memory as a whole. Row state: `waiting` for its upload.
 * @param database of the device, open
 * @param estimate how much room there is
 */
export function createPhotoStore(
  database: Dexie,
  ports: {
    readonly sealer: Sealer
    readonly hasher: Pick<Hasher, 'hashOfBytes'>
    readonly clock: Pick<Clock, 'now'>
    readonly estimate: () => Promise<StorageRoom | null>
    readonly reserve: Pick<AnswerReserve, 'hold' | 'release'>
  },
): PhotoStore {
  const { sealer, hasher, clock, estimate, reserve } = ports
  const photos = database.table('photos') as Table<PhotoRow, string>
  const thumbnails = database.table('thumbnails') as Table<BlobRow, string>

  async function sealBlob(table: string, id: string, bytes: Uint8Array, area: string, type: string) {
    const body = await sealer.sealBytes(table, id, bytes)
    const at = clock.now().toISOString()
    return { id, area, state: 'waiting', at, size: body.byteLength, type, body }
  }

  async function openBlob(table: 'photos' | 'thumbnails', id: string): Promise<Blob | null> {
    const row = await (table === 'photos' ? photos : thumbnails).get(id)
    if (!row) return null
    try {
      const bytes = await sealer.openBytes(table, id, row.body)
      return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: row.type })
    } catch {
      // As with records: what cannot be read stays on the disk, and the screen does without.
      return null
    }
  }

  return {
    async put({ blob, type, thumbnail }, holder, area) {
      const [bytes, small] = await Promise.all([bytesOf(blob), bytesOf(thumbnail)])
      const room = await estimate()
      const isRoom = leavesReserve(room, bytes.length + small.length) && (await reserve.hold())
      if (!isRoom) return fault('no-room-for-photos', { ...room })
      const sha256 = await hasher.hashOfBytes(bytes)
      const photoRow = await sealBlob('photos', sha256, bytes, area, type)
      const thumbnailRow = await sealBlob('thumbnails', sha256, small, area, thumbnail.type)
      try {
        await database.transaction('rw', TABLES, async () => {
          const others = (await photos.get(sha256))?.holders ?? []
          await photos.put({ ...photoRow, holders: [...new Set([...others, holderKey(holder)])] })
          await thumbnails.put(thumbnailRow)
        })
      } catch (error) {
        storageFault(error)
        // What no photo fits beside is for answers from now on.
        await reserve.release()
        return fault('no-room-for-photos', { ...room })
      }
      return { sha256, type, bytes: bytes.length }
    },
    photo: (sha256) => openBlob('photos', sha256),
    thumbnail: (sha256) => openBlob('thumbnails', sha256),
    async remove(sha256, holder) {
      try {
        await database.transaction('rw', TABLES, async () => {
          const row = await photos.get(sha256)
          if (!row) return
          const holders = row.holders.filter((other) => other !== holderKey(holder))
          if (holders.length > 0) {
            await photos.put({ ...row, holders })
            return
          }
          await photos.delete(sha256)
          await thumbnails.delete(sha256)
        })
      } catch (error) {
        return storageFault(error)
      }
      return 'saved'
    },
  }
}

function holderKey({ survey, entry }: PhotoHolder): string {
  return `${survey}/${entry}`
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}
