import { createHash, type Hash } from 'node:crypto'
import type * as z from 'zod/mini'
import type { RescueRefusal } from '../../../../shared/api/rescue.ts'
import { changeEnvelopeSchema } from '../../../../shared/sync/change.ts'
import {
  FRAME,
  MAX_RESCUED_BYTES,
  rescueChangesSchema,
  rescueEndSchema,
  rescueHeadSchema,
  rescuePhotoSchema,
  type RescueHead,
  type RescuePhoto,
} from '../../../../shared/sync/rescue-file.ts'
import type { SealKeyPair } from '../../../platform/seal-key.ts'
import { readRescueFile, UnreadableFile, type RescueFrame } from './read-rescue-file.ts'

export type CheckedFile = {
  readonly head: RescueHead
  /** by sequence number, without a gap; as text, which takes no more memory than the file */
  readonly changes: readonly { readonly seq: number; readonly text: string }[]
  readonly photos: readonly RescuePhoto[]
}

type Open = { readonly photo: RescuePhoto; readonly hash: Hash; bytes: number }

/**
 * Reads a file to its end before anything of it is taken: what is cut off or damaged anywhere is refused as a whole.
 * Rule [R3]. Its changes are some kilobytes a survey and held in memory, up to a limit; its photos are not.
 */
export async function checkRescueFile(path: string, key: SealKeyPair): Promise<CheckedFile | RescueRefusal> {
  let head: RescueHead | null = null
  let isWhole = false
  let open: Open | null = null
  const changes: { readonly seq: number; readonly text: string }[] = []
  let changeBytes = 0
  const photos: RescuePhoto[] = []

  function closePhoto(): void {
    if (!open) return
    if (open.bytes !== open.photo.bytes || open.hash.digest('hex') !== open.photo.sha256)
      throw new UnreadableFile('damaged')
    photos.push(open.photo)
    open = null
  }

  function take(frame: RescueFrame): void {
    if (isWhole || (head === null) !== (frame.kind === FRAME.head)) throw new UnreadableFile('damaged')
    if (frame.kind === FRAME.photoPiece) {
      if (!open) throw new UnreadableFile('damaged')
      open.hash.update(frame.content)
      open.bytes += frame.content.length
      return
    }
    closePhoto()
    switch (frame.kind) {
      case FRAME.head:
        head = contentOf(frame, rescueHeadSchema)
        return
      case FRAME.changes:
        changeBytes += frame.content.length
        if (changeBytes > MAX_RESCUED_BYTES) throw new UnreadableFile('damaged')
        for (const body of contentOf(frame, rescueChangesSchema))
          changes.push({ seq: seqOf(body), text: JSON.stringify(body) })
        return
      case FRAME.photo:
        open = { photo: contentOf(frame, rescuePhotoSchema), hash: createHash('sha256'), bytes: 0 }
        return
      case FRAME.end: {
        const end = contentOf(frame, rescueEndSchema)
        if (end.changes !== changes.length || end.photos !== photos.length)
          throw new UnreadableFile('damaged')
        isWhole = true
        return
      }
      default:
        throw new UnreadableFile('newer')
    }
  }

  try {
    for await (const frame of readRescueFile(path, key)) take(frame)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.why
    throw error
  }
  if (!head || !isWhole) return 'cut'
  const isInOrder = changes.every(({ seq }, index) => seq === (changes[0]?.seq ?? 0) + index)
  return isInOrder ? { head, changes, photos } : 'damaged'
}

function contentOf<Schema extends z.ZodMiniType>({ content }: RescueFrame, schema: Schema): z.infer<Schema> {
  let value: unknown
  try {
    value = JSON.parse(content.toString('utf8'))
  } catch {
    throw new UnreadableFile('damaged')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new UnreadableFile('damaged')
  return parsed.data
}

/** A change that nobody can place is no phone's: each was frozen with its number. */
function seqOf(body: unknown): number {
  const envelope = changeEnvelopeSchema.safeParse(body)
  if (!envelope.success) throw new UnreadableFile('damaged')
  return envelope.data.seq
}
