import { useRef } from 'preact/hooks'
import type { Roster } from '../../../shared/survey/document.ts'
import { photoPath } from '../../../shared/review/findings.ts'
import { PHOTO_KINDS } from '../../../shared/survey/sections/closing.ts'
import { PhotoSlot } from '../../questions/photo/photo-slot.tsx'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import type { FieldProps } from '../../ui/fields/field.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { OTHER_PHOTO, photoPlaces, type PhotoPlaceLine } from './photo-places.ts'
import { nextOrder } from './roster-order.ts'
import { useSubjectName } from './subject-name.ts'
import { surveyWords } from './words.ts'

/** The survey's photos: those that are expected, and others. */
export function PhotosPart({ newId }: { readonly newId: () => string }) {
  const { document } = useQuestionDesk()
  const words = useWords(surveyWords)
  const { attachments } = document
  const freshOther = useFreshId(attachments, newId)
  const fieldOf = useField()
  return (
    <>
      <h3 class="question-heading">{words.photos}</h3>
      {photoPlaces(document, freshOther).map((place) => (
        <Place
          key={place.key}
          place={place}
          field={fieldOf(place)}
          attachments={attachments}
          newId={place.of === OTHER_PHOTO ? () => place.key : newId}
        />
      ))}
    </>
  )
}

type PlaceProps = {
  readonly place: PhotoPlaceLine
  readonly field: FieldProps
  readonly attachments: Roster<{ readonly order?: number }>
  readonly newId: () => string
}

function Place({ place: { of, family, found }, field, attachments, newId }: PlaceProps) {
  const fresh = useFreshId(attachments, newId)
  const [entry, attachment] = found ?? [fresh, {}]
  const { sha256, takenAt } = attachment
  return (
    <PhotoSlot
      field={field}
      entry={entry}
      of={of}
      family={family}
      order={nextOrder(attachments)}
      value={sha256 === undefined ? null : { sha256, takenAt: takenAt ?? null }}
    />
  )
}

/** An id that no entry has, the same one until an entry has it. */
function useFreshId(roster: Roster<unknown>, newId: () => string): string {
  const fresh = useRef<string | null>(null)
  if (fresh.current === null || Object.hasOwn(roster, fresh.current)) fresh.current = newId()
  return fresh.current
}

/** Words around a place. The id of the first of a kind is where a finding that it is missing leads. */
function useField(): (place: PhotoPlaceLine) => FieldProps {
  const { document, record, messagesOf } = useQuestionDesk()
  const text = useText()
  const subjectName = useSubjectName()
  return ({ of, whose, number, key }) => {
    const kind = PHOTO_KINDS.find((option) => option.key === of)
    const shows = kind ? text(kind.text) : of
    const name =
      whose === null ? shows : `${shows} · ${subjectName(`family:${whose}`, document, record.known)}`
    const id = photoPath(key)
    const { warning } = messagesOf(id)
    return {
      id,
      label: number === 1 ? name : `${name} ${number}`,
      warning: warning && text(warning),
      optional: of === OTHER_PHOTO,
    }
  }
}
