import { useRef } from 'preact/hooks'
import { createDoubleTapGuard } from './double-tap-guard.ts'

type Click = MouseEvent & { readonly pointerType?: string }

/**
 * For `onClickCapture` around all screens: keeps a double tap's second tap from what the first brought in its place. A
 * thumb comes down twice by chance, so for it that is any button; for a mouse it is another screen.
 */
export function useDoubleTapGuard(): (event: Click) => void {
  const guard = useRef(createDoubleTapGuard()).current
  return (event) => {
    // A key's click has no place; a label's sends its control a second one.
    if (event.detail === 0 || !(event.target instanceof Element)) return
    const isThumb = event.pointerType === 'touch'
    const tapped = event.target.closest(isThumb ? 'a, button, label, summary' : '.screen')
    const tap = {
      at: event.timeStamp,
      x: event.clientX,
      y: event.clientY,
      isThere: () => tapped?.isConnected ?? true,
    }
    if (!guard(tap)) return
    event.preventDefault()
    event.stopPropagation()
  }
}
