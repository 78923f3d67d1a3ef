import { createContext } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { IconButton } from '../buttons/icon-button.tsx'
import { xIcon } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import { createToasts, type Toast, type Toasts } from './toast-stand.ts'
import './toasts.css'

export const ToastContext = createContext<Toasts>(createToasts())

/** Says in passing that something was done, on the screen and to screen readers. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext).show
}

type Props = {
  /** the screen's */
  readonly path: string
}

/**
 * Where toasts appear: once, in the shell; the region must stand there before its words do. What a tap says itself comes
 * after it and stays.
 */
export function Toaster({ path }: Props) {
  const toasts = useContext(ToastContext)
  const words = useWords(kitWords)
  const toast = toasts.current.value
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onTap = ({ target }: PointerEvent) => {
      if (!root.current?.contains(target as Node | null)) toasts.tapBeside()
    }
    document.addEventListener('pointerdown', onTap)
    return () => document.removeEventListener('pointerdown', onTap)
  }, [toasts])
  useEffect(() => toasts.leaveScreen(), [path, toasts])
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
