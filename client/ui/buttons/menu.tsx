import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { ellipsisVerticalIcon, type IconShape } from '../icons/lucide.ts'
import './button.css'
import './menu.css'

export type MenuItem = {
  readonly label: string
  readonly icon?: IconShape | undefined
  readonly onSelect: () => void
  /** for a switch in the menu: whether it is on */
  readonly checked?: boolean | undefined
}

type Props = {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly icon?: IconShape | undefined
  /** which way the list opens */
  readonly opens?: 'down' | 'up' | undefined
}

/** Rarely used acts behind ⋮: a button that opens a list of buttons; Escape or a press outside closes it. */
export function Menu({ label, items, icon = ellipsisVerticalIcon, opens = 'down' }: Props) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', closeByKey)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', closeByKey)
    }
  }, [isOpen])

  return (
    <div class="menu" ref={root}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon shape={icon} />
      </button>
      <ul id={id} class={`menu-list menu-${opens}`} hidden={!isOpen}>
        {items.map((item) => (
          <li key={item.label}>
            <button
              type="button"
              class="menu-item"
              aria-pressed={item.checked}
              onClick={() => {
                setOpen(false)
                item.onSelect()
              }}
            >
              {item.icon && <Icon shape={item.icon} />}
              <span>{item.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
