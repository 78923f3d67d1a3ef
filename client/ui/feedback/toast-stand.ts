import { signal, type ReadonlySignal } from '@preact/signals'

export type Toast = {
  readonly text: string
  /** undo, mostly; without one the words go by themselves */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** What is said in passing, one thing at a time. It lies over the page, so it goes soon. */
export type Toasts = {
  readonly current: ReadonlySignal<Toast | null>
  readonly show: (toast: Toast) => void
  readonly clear: () => void
  /** Somebody tapped beside it: words without an action have been seen. */
  readonly tapBeside: () => void
  /** Another screen stands there: what can be undone on the last one has no place on it. */
  readonly leaveScreen: () => void
}

const SHOWN_MS = 5000
const SHOWN_WITH_ACTION_MS = 8000

export function createToasts(): Toasts {
  const current = signal<Toast | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function clear(): void {
    clearTimeout(timer)
    current.value = null
  }

  return {
    current,
    show(toast) {
      clearTimeout(timer)
      current.value = toast
      timer = setTimeout(clear, toast.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS)
    },
    clear,
    tapBeside() {
      if (!current.peek()?.action) clear()
    },
    leaveScreen() {
      if (current.peek()?.action) clear()
    },
  }
}
