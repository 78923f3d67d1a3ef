import { useEffect, useState } from 'preact/hooks'
import { FAULTS } from '../../../shared/faults.ts'
import { PHOTO_KINDS } from '../../../shared/survey/sections/closing.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { describedBy, Field, type FieldProps } from '../../ui/fields/field.tsx'
import { cameraIcon, trash2Icon } from '../../ui/icons/lucide-late.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { GalleryButton } from './gallery-button.tsx'
import { usePhotoDesk } from './photo-desk.ts'
import { PhotoThumbnail } from './photo-thumbnail.tsx'
import { usePhotoActs, type PhotoState } from './use-photo-acts.ts'
import { photoWords } from './words.ts'
import './photo-slot.css'

/** What a survey says of a photo that is there. */
export type PhotoAnswer = { readonly sha256: string; readonly takenAt: string | null }

type Props = {
  /** its label says what is to be photographed */
  readonly field: FieldProps
  /** id among the survey's attachments, of a new entry where there is no photo yet */
  readonly entry: string
  /** option key of what it shows */
  readonly of: string
  /** whose family card it shows; null for what is none */
  readonly family: string | null
  /** order key of a new entry */
  readonly order: number
  readonly value: PhotoAnswer | null
}

/** One photo of a survey: taken, chosen, looked at, taken again, deleted. */
export function PhotoSlot({ field: asked, entry, of, family, order, value }: Props) {
  const { camera } = usePhotoDesk()
  const words = useWords(photoWords)
  const text = useText()
  const acts = usePhotoActs({ entry, of, family, order, sha256: value?.sha256 ?? null })
  const [isDeleting, setDeleting] = useState(false)
  const { state } = acts
  const isBusy = state.kind === 'working'
  const { id, label } = asked
  // The button that was pressed went with the photo.
  useEffect(() => {
    if (state.kind === 'deleted') document.getElementById(id)?.focus({ preventScroll: true })
  }, [state.kind, id])
  const kindText = (kind: string) => {
    const option = PHOTO_KINDS.find(({ key }) => key === kind)
    return option ? text(option.text) : kind
  }
  const error =
    state.kind === 'failed'
      ? text(FAULTS[state.fault.fault].text)
      : state.kind === 'same'
        ? words.same(kindText(state.shows))
        : asked.error
  const field = { ...asked, error }
  return (
    <Field field={field} group="group">
      {value && (
        <PhotoThumbnail sha256={value.sha256} label={label} takenAt={value.takenAt}>
          <Button kind="bare" icon={trash2Icon} disabled={isBusy} onClick={() => setDeleting(true)}>
            {words.delete}
          </Button>
        </PhotoThumbnail>
      )}
      <div class="photo-acts">
        <Button
          id={id}
          icon={cameraIcon}
          busy={isBusy}
          describedBy={describedBy(field)}
          onClick={() => void acts.openCamera()}
        >
          {value ? words.retake : words.take}
        </Button>
        <GalleryButton
          id={`${id}-gallery`}
          label={words.choose}
          describedBy={describedBy(field)}
          busy={isBusy}
          onOpen={acts.saveFirst}
          onSelect={acts.choose}
        />
      </div>
      <p class="quiet photo-news" role="status">
        {newsOf(state, words)}
      </p>
      {state.kind === 'camera' && (
        <state.Sheet
          camera={camera}
          label={label}
          onTake={acts.take}
          onClose={acts.closeCamera}
          onFault={acts.failed}
        />
      )}
      <Dialog
        open={isDeleting}
        title={words.deleteWhich(label)}
        onClose={() => setDeleting(false)}
        actions={
          <>
            <Button onClick={() => setDeleting(false)}>{words.cancel}</Button>
            <Button
              kind="danger"
              onClick={() => {
                setDeleting(false)
                acts.remove()
              }}
            >
              {words.delete}
            </Button>
          </>
        }
      >
        {words.deleteText}
      </Dialog>
    </Field>
  )
}

type News = Readonly<Record<'openingCamera' | 'keeping' | 'deleting' | 'kept' | 'deleted' | 'failed', string>>

function newsOf(state: PhotoState, words: News): string {
  switch (state.kind) {
    case 'working':
      return words[state.on]
    case 'kept':
    case 'deleted':
    case 'failed':
      return words[state.kind]
    case 'same':
      return words.failed
    case 'idle':
    case 'camera':
      return ''
  }
}
