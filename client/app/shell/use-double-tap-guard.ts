import { useRef } from 'preact/hooks'
import { createDoubleTapGuard } from './double-tap-guard.ts'

/** For `onClickCapture` around all screens: keeps a double tap's second tap from the screen that the first opened. */
export function useDoubleTapGuard(): (event: MouseEvent) => void {
  const guard = useRef(createDoubleTapGuard()).current
  return (event) => {
    // A key's click has no place; a label's sends its control a second one.
    if (event.detail === 0 || !(event.target instanceof Element)) return
    const screen = event.target.closest('.screen')
    const tap = {
      at: event.timeStamp,
      x: event.clientX,
      y: event.clientY,
      isThere: () => screen?.isConnected ?? true,
    }
    if (!guard(tap)) return
    event.preventDefault()
    event.stopPropagation()
  }
}
