import { entriesOf, type AttachmentAnswers, type SurveyDocument } from '../../../shared/survey/document.ts'
import { EXPECTED_PHOTOS } from '../../../shared/survey/sections/closing.ts'

/** Where one photo is, or can be taken. */
export type PhotoPlaceLine = {
  /** stays the same when its photo is taken, retaken or deleted */
  readonly key: string
  /** option key of what it shows */
  readonly of: string
  /** which of its kind, from 1 */
  readonly number: number
  /** null where there is no photo yet */
  readonly found: readonly [entry: string, attachment: AttachmentAnswers] | null
}

/**
 * What a picture shows already in another entry of the survey, as an option key; null where it is in none. One picture can't
 * show two things.
 */
export function otherUseOf(
  sha256: string,
  entry: string,
  { attachments }: Pick<SurveyDocument, 'attachments'>,
): string | null {
  const found = entriesOf(attachments).find(([id, other]) => id !== entry && other.sha256 === sha256)
  return found?.[1].kind ?? null
}

/** The one kind of which there may be any number. */
export const OTHER_PHOTO = 'lainnya'

/**
 * The places for photos: one at least for each that is expected, though two phones may have brought several, and
 * always an empty one for what else there is to show.
 * @param fresh id that the next photo of {@link OTHER_PHOTO} will have
 */
export function photoPlaces(
  { attachments }: Pick<SurveyDocument, 'attachments'>,
  fresh: string,
): readonly PhotoPlaceLine[] {
  const taken = entriesOf(attachments).filter(([, { sha256 }]) => sha256 !== undefined)
  const ofKind = (kind: string) => taken.filter(([, attachment]) => attachment.kind === kind)
  const expected = EXPECTED_PHOTOS.flatMap((of): PhotoPlaceLine[] => {
    const [first = null, ...more] = ofKind(of)
    return [
      { key: of, of, number: 1, found: first },
      ...more.map((found, index) => ({ key: found[0], of, number: index + 2, found })),
    ]
  })
  const others = ofKind(OTHER_PHOTO).map((found, index) => ({
    key: found[0],
    of: OTHER_PHOTO,
    number: index + 1,
    found,
  }))
  return [...expected, ...others, { key: fresh, of: OTHER_PHOTO, number: others.length + 1, found: null }]
}
