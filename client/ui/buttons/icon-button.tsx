import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/lucide.ts'
import './button.css'

type Props = {
  readonly icon: IconShape
  /** what it does; it shows as the tooltip too */
  readonly label: string
  readonly onClick: () => void
  /** for a switch: whether it is on */
  readonly pressed?: boolean | undefined
}

export function IconButton({ icon, label, onClick, pressed }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon shape={icon} />
    </button>
  )
}
