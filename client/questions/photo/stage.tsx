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
    const opener = document.activeElement
    dialog.current?.showModal()
    // A dialog that is taken away while it is open leaves the focus nowhere.
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
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
