import { createContext } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { signal, type ReadonlySignal } from '@preact/signals'
import { IconButton } from '../buttons/icon-button.tsx'
import { xIcon } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import './toasts.css'

export type Toast = {
  readonly text: string
  /** undo, mostly; without one the words go by themselves */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

export type Toasts = {
  readonly current: ReadonlySignal<Toast | null>
  readonly show: (toast: Toast) => void
  readonly clear: () => void
}

export function createToasts(): Toasts {
  const current = signal<Toast | null>(null)
  return {
    current,
    show: (toast) => {
      current.value = toast
    },
    clear: () => {
      current.value = null
    },
  }
}

export const ToastContext = createContext<Toasts>(createToasts())

/** Says in passing that something was done, on the screen and to screen readers. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext).show
}

const SHOWN_MS = 5000
const SHOWN_WITH_ACTION_MS = 8000

type Props = {
  /** the screen's path: what can be undone there has no place on the next one */
  readonly path: string
}

/**
 * Where toasts appear: once, in the shell; the region must stand there before its words do. They lie over the page, so
 * they go soon, and those without an action with the next tap; what a tap says itself comes after it and stays.
 */
export function Toaster({ path }: Props) {
  const toasts = useContext(ToastContext)
  const words = useWords(kitWords)
  const toast = toasts.current.value
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(toasts.clear, toast.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, toasts])
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onTap = ({ target }: PointerEvent) => {
      const isElsewhere = !root.current?.contains(target as Node | null)
      if (isElsewhere && !toasts.current.peek()?.action) toasts.clear()
    }
    document.addEventListener('pointerdown', onTap)
    return () => document.removeEventListener('pointerdown', onTap)
  }, [toasts])
  useEffect(() => {
    if (toasts.current.peek()?.action) toasts.clear()
  }, [path, toasts])
  return (
    <div ref={root} class="toaster" role="status" aria-live="polite">
      {toast && (
        <div class="toast">
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              class="toast-action"
              onClick={() => {
                toasts.clear()
                toast.action?.run()
              }}
            >
              {toast.action.label}
            </button>
          )}
          <IconButton icon={xIcon} label={words.close} onClick={toasts.clear} />
        </div>
      )}
    </div>
  )
}
