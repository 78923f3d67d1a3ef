import { IconButton } from '../../ui/buttons/icon-button.tsx'
import { xIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { usePhotoDesk } from './photo-desk.ts'
import { Stage } from './stage.tsx'
import { useBlobUrl } from './use-blob-url.ts'
import { photoWords } from './words.ts'

type Props = {
  readonly sha256: string
  readonly label: string
  /** when it was taken, in words */
  readonly when: string
  readonly onClose: () => void
}

/** A photo in its full size, over the whole screen. */
export function PhotoViewer({ sha256, label, when, onClose }: Props) {
  const { store } = usePhotoDesk()
  const words = useWords(photoWords)
  const url = useBlobUrl(sha256, store.photo)
  return (
    <Stage label={label} onClose={onClose}>
      <div class="stage-head">
        <IconButton icon={xIcon} label={words.close} onClick={onClose} />
        <p class="stage-title">{label}</p>
      </div>
      <div class="stage-picture">{url && <img src={url} alt={label} />}</div>
      <div class="stage-foot">
        <p role="status">{url === null ? words.notHere : when}</p>
      </div>
    </Stage>
  )
}
