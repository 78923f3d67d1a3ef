import { Icon } from '../../ui/icons/icon.tsx'
import { imageIcon } from '../../ui/icons/lucide-late.ts'

type Props = {
  readonly id: string
  readonly label: string
  /** id of the words that say what went wrong */
  readonly describedBy?: string | undefined
  readonly busy: boolean
  /** the phone's gallery is about to cover the page, which may not come back */
  readonly onOpen: () => void
  readonly onSelect: (file: File) => void
}

/** Chooses a picture that is on the phone already, by the phone's own gallery. */
export function GalleryButton({ id, label, describedBy, busy, onOpen, onSelect }: Props) {
  return (
    <label class="button button-quiet photo-gallery" aria-disabled={busy ? 'true' : undefined}>
      <Icon shape={imageIcon} />
      <span>{label}</span>
      <input
        id={id}
        type="file"
        accept="image/*"
        class="visually-hidden"
        aria-describedby={describedBy}
        disabled={busy}
        onClick={onOpen}
        onChange={(event) => {
          const input = event.currentTarget
          const file = input.files?.[0]
          // Emptied, so that the same picture can be chosen again.
          input.value = ''
          if (file) onSelect(file)
        }}
      />
    </label>
  )
}
