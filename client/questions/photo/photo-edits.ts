import { acceptedInstant } from '../../../shared/survey/accepted-instant.ts'
import type { Edit } from '../../ports/field-work.ts'
import type { KeptPhoto } from '../../ports/photos.ts'

/** What becomes of the photo of one attachment. */
export type PhotoAct =
  /** the first one: the entry begins with it */
  | {
      readonly kind: 'take'
      readonly of: string
      readonly family: string | null
      readonly order: number
      readonly photo: KeptPhoto
      readonly takenAt: Date
    }
  /** another one in its place */
  | { readonly kind: 'retake'; readonly photo: KeptPhoto; readonly takenAt: Date }
  | { readonly kind: 'delete' }

/**
 * The edits of an act, to be taken together. A retake replaces what the entry says of its photo; a deleted one
 * leaves a tombstone, so that two phones agree that it is gone.
 * @param entry id among the survey's attachments
 */
export function photoEdits(entry: string, act: PhotoAct): readonly Edit[] {
  const edit = (field: string, to: Edit['to']): Edit => ({ path: `attachments/${entry}/${field}`, to })
  switch (act.kind) {
    case 'take':
      return [
        edit('order', act.order),
        edit('kind', act.of),
        ...(act.family === null ? [] : [edit('family', act.family)]),
        ...photoEdits(entry, { kind: 'retake', photo: act.photo, takenAt: act.takenAt }),
      ]
    case 'retake':
      return [
        edit('sha256', act.photo.sha256),
        edit('type', act.photo.type),
        edit('bytes', act.photo.bytes),
        edit('takenAt', acceptedInstant(act.takenAt).toISOString()),
      ]
    case 'delete':
      return [edit('removed', 'batal')]
  }
}
