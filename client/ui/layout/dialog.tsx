import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import './dialog.css'

type Props = {
  readonly open: boolean
  readonly title: string
  readonly children: ComponentChildren
  /** the way out first, the act last */
  readonly actions: ComponentChildren
  /** Escape, the phone's back gesture on the dialog; the caller sets `open` to false */
  readonly onClose: () => void
}

/** Asks before what can't be undone, or holds a short task; the page behind waits. */
export function Dialog({ open, title, children, actions, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before anything else is focused: closing gives the focus back to what it had.
  useLayoutEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      class="dialog"
      // Not by an id of its heading: the dialog about a loss stands beside the app, where ids begin anew.
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <div class="dialog-body">
          <h2>{title}</h2>
          {children}
          <div class="dialog-actions">{actions}</div>
        </div>
      )}
    </dialog>
  )
}
