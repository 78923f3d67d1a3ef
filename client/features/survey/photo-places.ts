import { entriesOf, type AttachmentAnswers, type SurveyDocument } from '../../../shared/survey/document.ts'
import { expectedPhotos, takenOf } from '../../../shared/survey/expected-photos.ts'

/** Where one photo is, or can be taken. */
export type PhotoPlaceLine = {
  /** stays the same when its photo is taken, retaken or deleted */
  readonly key: string
  /** option key of what it shows */
  readonly of: string
  /** whose family card it is, where there are several */
  readonly whose: string | null
  /** of a new photo; what its entry says then */
  readonly family: string | null
  /** which of its kind and family, from 1 */
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
 * always an empty one for what else there is to show. What fits none of the expected stands with the others.
 * @param fresh id that the next photo of {@link OTHER_PHOTO} will have
 */
export function photoPlaces(document: SurveyDocument, fresh: string): readonly PhotoPlaceLine[] {
  const expected = expectedPhotos(document).flatMap((photo): PhotoPlaceLine[] => {
    const { key, kind: of, family, isOneOfSeveral } = photo
    const place = { of, family, whose: isOneOfSeveral ? family : null }
    const [first = null, ...more] = takenOf(photo, document).filter(hasPicture)
    return [
      { ...place, key, number: 1, found: first },
      ...more.map((found, index) => ({ ...place, key: found[0], number: index + 2, found })),
    ]
  })
  const placed = new Set(expected.map(({ found }) => found?.[0]))
  const others = entriesOf<AttachmentAnswers>(document.attachments)
    .filter(hasPicture)
    .filter(([id]) => !placed.has(id))
    .map((found, index, all) => {
      const of = found[1].kind ?? OTHER_PHOTO
      const before = all.slice(0, index).filter(([, { kind }]) => kind === found[1].kind).length
      return { key: found[0], of, family: null, whose: null, number: before + 1, found }
    })
  const number = others.filter(({ of }) => of === OTHER_PHOTO).length + 1
  return [
    ...expected,
    ...others,
    { key: fresh, of: OTHER_PHOTO, family: null, whose: null, number, found: null },
  ]
}

function hasPicture([, { sha256 }]: readonly [string, AttachmentAnswers]): boolean {
  return sha256 !== undefined
}
