import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../ui/icons/icon.tsx'
import { imageOffIcon } from '../../ui/icons/lucide-late.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { usePhotoDesk } from './photo-desk.ts'
import { PhotoViewer } from './photo-viewer.tsx'
import { useBlobUrl } from './use-blob-url.ts'
import { photoWords } from './words.ts'

type Props = {
  readonly sha256: string
  readonly label: string
  /** ISO instant */
  readonly takenAt: string | null
  /** what can be done with it */
  readonly children: ComponentChildren
}

/** A small picture of a photo, which opens the large one; words where another phone has it. */
export function PhotoThumbnail({ sha256, label, takenAt, children }: Props) {
  const { store } = usePhotoDesk()
  const words = useWords(photoWords)
  const formats = useFormats()
  const [isOpen, setOpen] = useState(false)
  const url = useBlobUrl(sha256, store.thumbnail)
  const when = takenAt === null ? '' : words.takenAt(formats.dateTime(takenAt))
  return (
    <div class="photo">
      {url === null ? (
        <div class="photo-missing">
          <Icon shape={imageOffIcon} size="large" />
        </div>
      ) : (
        <button
          type="button"
          class="photo-thumbnail"
          aria-label={words.enlarge(label)}
          onClick={() => setOpen(true)}
        >
          {url && <img src={url} alt="" />}
        </button>
      )}
      <div class="photo-facts">
        {url === null && <p class="strong">{words.notHere}</p>}
        <p class="quiet">{when}</p>
        {children}
      </div>
      {isOpen && <PhotoViewer sha256={sha256} label={label} when={when} onClose={() => setOpen(false)} />}
    </div>
  )
}
