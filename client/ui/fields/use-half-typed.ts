import { useEffect, useRef } from 'preact/hooks'

/**
 * Tells when a field begins and ends to hold something that makes no value.
 * @param tell the newest one is told, whichever stood when it began
 */
export function useHalfTyped(isHalf: boolean, tell: ((isHalf: boolean) => void) | undefined): void {
  const newest = useRef(tell)
  newest.current = tell
  useEffect(() => {
    if (!isHalf) return undefined
    newest.current?.(true)
    return () => newest.current?.(false)
  }, [isHalf])
}
