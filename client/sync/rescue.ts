import type { RescueKey } from '../../shared/api/rescue.ts'
import { fault, isFault, type Fault } from '../../shared/faults.ts'
import type { Change } from '../../shared/sync/change.ts'
import { FRAME, type RescueHead, type RescuePhoto } from '../../shared/sync/rescue-file.ts'
import type { Clock } from '../ports/clock.ts'
import type { PhotoStore, PhotoType } from '../ports/photos.ts'
import type { Rescue, RescueFile, RescueSealer } from '../ports/rescue.ts'

const CHANGES_PER_FRAME = 50
const PIECE_BYTES = 256 * 1024

type Ports = {
  readonly whose: Omit<RescueHead, 'at'>
  readonly key: () => RescueKey | null
  readonly sealer: RescueSealer
  /** by sequence number, once all edits are frozen */
  readonly changes: () => Promise<readonly Change[] | Fault>
  /** hashes of the photos that the server may lack */
  readonly photoNames: () => Promise<readonly string[]>
  readonly photos: Pick<PhotoStore, 'photo'>
  readonly clock: Pick<Clock, 'now'>
}

/** Writes rescue files. Rules [R1] and [R2] of shared/sync/SPEC.md. */
export function createRescue(ports: Ports): Rescue {
  const { whose, sealer, clock } = ports
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

  async function write(key: RescueKey, made: (share: number) => void): Promise<RescueFile | Fault> {
    const changes = await ports.changes()
    if (isFault(changes)) return changes
    const names = await ports.photoNames()
    const at = clock.now().toISOString()
    const { start, frame } = await sealer.begin(key)
    // The browser keeps what is in a Blob outside of the page's memory: hundreds of photos would not fit into it.
    const pieces: Blob[] = [start, await frame(FRAME.head, json({ ...whose, at }))]
    for (let from = 0; from < changes.length; from += CHANGES_PER_FRAME)
      pieces.push(await frame(FRAME.changes, json(changes.slice(from, from + CHANGES_PER_FRAME))))
    let photos = 0
    for (const [index, name] of names.entries()) {
      made(index / names.length)
      const blob = await ports.photos.photo(name)
      // What cannot be read any more must not keep the rest on this phone.
      if (!blob) continue
      photos += 1
      const photo: RescuePhoto = { sha256: name, type: blob.type as PhotoType, bytes: blob.size }
      pieces.push(await frame(FRAME.photo, json(photo)))
      for (let from = 0; from < blob.size; from += PIECE_BYTES) {
        const piece = await blob.slice(from, from + PIECE_BYTES).arrayBuffer()
        pieces.push(await frame(FRAME.photoPiece, new Uint8Array(piece)))
      }
    }
    pieces.push(await frame(FRAME.end, json({ changes: changes.length, photos })))
    made(1)
    const name = `yesjitu-${at.slice(0, 16).replace(/\D/g, '')}.selamat`
    return {
      blob: new Blob(pieces, { type: 'application/octet-stream' }),
      name,
      changes: changes.length,
      photos,
    }
  }

  return {
    isPossible: () => ports.key() !== null,
    write: async (made) => {
      const key = ports.key()
      return key ? write(key, made) : fault('unreachable')
    },
  }
}
