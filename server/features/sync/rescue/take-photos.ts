import { appendFile, rm } from 'node:fs/promises'
import type { RescueReply } from '../../../../shared/api/rescue.ts'
import type { Fault } from '../../../../shared/faults.ts'
import { FRAME, type RescuePhoto } from '../../../../shared/sync/rescue-file.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { SealKeyPair } from '../../../platform/seal-key.ts'
import { readRescueFile } from './read-rescue-file.ts'

/** Where pictures go that come in a rescue file: the same place as those that the phone brings itself. */
export type RescuedPictures = {
  readonly isHeld: (sender: Actor, sha256: string) => Promise<boolean>
  readonly refusal: (bytes: number) => Promise<Fault | null>
  readonly take: (sender: Actor, sha256: string, path: string) => Promise<Fault | null>
}

type Fate = 'taken' | 'known' | 'left'

/**
 * Takes the photos of a file that was checked to its end, one at a time. What the server has no room for, or is no
 * picture, is left and counted: it must not keep the others out. Rule [R6].
 */
export async function takePhotos({
  path,
  key,
  photos,
  sender,
  pictures,
}: {
  readonly path: string
  readonly key: SealKeyPair
  /** in the order of the file */
  readonly photos: readonly RescuePhoto[]
  readonly sender: Actor
  readonly pictures: RescuedPictures
}): Promise<Extract<RescueReply, { kind: 'taken' }>['photos']> {
  const counts: Record<Fate, number> = { taken: 0, known: 0, left: 0 }
  // Beside the file, for as long as it takes.
  const beside = `${path}.photo`
  const waiting = photos.values()
  let open: { readonly sha256: string; readonly fate: Fate | null } | null = null

  async function begin({ sha256, bytes }: RescuePhoto) {
    await rm(beside, { force: true })
    if (await pictures.isHeld(sender, sha256)) return { sha256, fate: 'known' } as const
    return { sha256, fate: (await pictures.refusal(bytes)) ? 'left' : null } as const
  }

  async function close(): Promise<void> {
    if (!open) return
    counts[open.fate ?? ((await pictures.take(sender, open.sha256, beside)) ? 'left' : 'taken')] += 1
    open = null
  }

  try {
    for await (const { kind, content } of readRescueFile(path, key)) {
      if (kind === FRAME.photoPiece) {
        if (open?.fate === null) await appendFile(beside, content)
        continue
      }
      await close()
      const next = kind === FRAME.photo ? waiting.next() : null
      if (next?.done === false) open = await begin(next.value)
    }
  } finally {
    await rm(beside, { force: true })
  }
  return counts
}
