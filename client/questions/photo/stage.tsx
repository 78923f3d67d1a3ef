import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './stage.css'

type Props = {
  readonly label: string
  readonly children: ComponentChildren
  /** Escape, the phone's back gesture */
  readonly onClose: () => void
}

/** A picture over the whole screen, with little around it; there as long as it is drawn. */
export function Stage({ label, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Closed before it is taken away: so the focus returns to where it came from.
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class="stage"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}
