import { isFault, type Fault } from '../../../shared/faults.ts'
import type { PhotoDesk } from './photo-desk.ts'
import { photoEdits } from './photo-edits.ts'

/** One attachment that a photo is, or can be. */
export type PhotoPlace = {
  /** id among the survey's attachments */
  readonly entry: string
  /** option key of what it shows */
  readonly of: string
  /** whose family card it shows; null for what is none */
  readonly family: string | null
  /** order key of a new entry */
  readonly order: number
  /** of the photo that is there; null before the first */
  readonly sha256: string | null
}

/** It is another entry's picture already, which shows this; an option key. */
export type SamePicture = { readonly shows: string }

type Desk = Pick<PhotoDesk, 'shrinker' | 'store' | 'survey' | 'area' | 'otherUseOf' | 'save'>

/**
 * Shrinks and keeps a picture, then enters it in the survey. Bytes come first and go last: what the survey names
 * is always there, and a kill in between costs some room but no photo. A picture that shows something else already is
 * not taken: of a phone's gallery the wrong one is soon chosen.
 */
export async function keepPhoto(
  { shrinker, store, survey, area, otherUseOf, save }: Desk,
  { entry, of, family, order, sha256 }: PhotoPlace,
  picture: Blob | ImageBitmap,
  takenAt: Date,
): Promise<'saved' | SamePicture | Fault> {
  const shrunk = await shrinker.shrink(picture)
  if (isFault(shrunk)) return shrunk
  const photo = await store.put(shrunk, { survey, entry }, area)
  if (isFault(photo)) return photo
  // A camera's own frame was chosen by nobody, and no two of a real one are alike.
  const isChosen = picture instanceof File && photo.sha256 !== sha256
  const shows = isChosen ? otherUseOf(photo.sha256, entry) : null
  if (shows !== null) {
    const removed = await store.remove(photo.sha256, { survey, entry })
    return removed === 'saved' ? { shows } : removed
  }
  const edits =
    sha256 === null
      ? photoEdits(entry, { kind: 'take', of, family, order, photo, takenAt })
      : photoEdits(entry, { kind: 'retake', photo, takenAt })
  const saved = await save(edits)
  if (saved !== 'saved' || sha256 === null || sha256 === photo.sha256) return saved
  return store.remove(sha256, { survey, entry })
}

/** Takes a photo out of the survey, then off the phone. */
export async function deletePhoto(
  { store, survey, save }: Pick<Desk, 'store' | 'survey' | 'save'>,
  { entry, sha256 }: PhotoPlace,
): Promise<'saved' | Fault> {
  const saved = await save(photoEdits(entry, { kind: 'delete' }))
  return saved === 'saved' && sha256 !== null ? store.remove(sha256, { survey, entry }) : saved
}
