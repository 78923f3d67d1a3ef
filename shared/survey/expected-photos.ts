import { entriesOf, type AttachmentAnswers, type SurveyDocument } from './document.ts'
import { peopleByFamily } from './families.ts'
import { EXPECTED_PHOTOS } from './sections/closing.ts'

/** One picture that a completed visit should bring. */
export type ExpectedPhoto = {
  /** names it among all that are expected; stays the same while families come and go, but for those themselves */
  readonly key: string
  /** option key of what it shows */
  readonly kind: string
  /** whose card it is; null for what shows no card, and where no family is known */
  readonly family: string | null
  /** there are other cards, so it has to say whose it is */
  readonly isOneOfSeveral: boolean
}

const CARD = 'kartu_keluarga'

/** The pictures that should be there: of the house, and of the card of each family that somebody lives in, our own choice. */
export function expectedPhotos(document: SurveyDocument): readonly ExpectedPhoto[] {
  const families = familiesHere(document)
  const isOneOfSeveral = families.length > 1
  return EXPECTED_PHOTOS.flatMap((kind): ExpectedPhoto[] => {
    if (kind !== CARD) return [{ key: kind, kind, family: null, isOneOfSeveral: false }]
    const [first = null, ...others] = families
    return [
      { key: kind, kind, family: first, isOneOfSeveral },
      ...others.map((family) => ({ key: `${kind}:${family}`, kind, family, isOneOfSeveral })),
    ]
  })
}

/** What a key of {@link expectedPhotos} stands for, and whose card that is where there are several. */
export function photoNamed(
  key: string,
  document: SurveyDocument,
): { readonly kind: string; readonly family: string | null } {
  const photo = expectedPhotos(document).find((each) => each.key === key)
  return { kind: photo?.kind ?? key, family: photo?.isOneOfSeveral ? photo.family : null }
}

/**
 * What was taken of an expected picture, in order. A card that nobody said the family of is the first one's; that of a
 * family that is not here any more is nobody's, as long as there are several.
 */
export function takenOf(
  { kind, family, isOneOfSeveral }: ExpectedPhoto,
  document: SurveyDocument,
): readonly (readonly [id: string, photo: AttachmentAnswers])[] {
  const [first] = familiesHere(document)
  return entriesOf<AttachmentAnswers>(document.attachments).filter(
    ([, photo]) => photo.kind === kind && (!isOneOfSeveral || (photo.family ?? first) === family),
  )
}

function familiesHere(document: SurveyDocument): readonly string[] {
  const orderOf = (id: string) => document.families[id]?.order ?? Infinity
  return [...peopleByFamily(document).keys()]
    .filter((id) => id !== '')
    .sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1))
}
