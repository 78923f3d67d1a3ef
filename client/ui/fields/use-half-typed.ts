import { useEffect, useRef } from 'preact/hooks'

/** Of a field that may hold something that makes no value. */
export type HalfTypedProps = {
  /** what was told when the field was last here: it stands in it again */
  readonly half?: string | null | undefined
  /** told what stands in the field and makes no value, or null once nothing does; it still stands when the field goes */
  readonly onHalf?: ((half: string | null) => void) | undefined
}

/**
 * Tells what a field holds that makes no value.
 * @param tell the newest one is told, whichever stood when it began
 */
export function useHalfTyped(half: string | null, tell: HalfTypedProps['onHalf']): void {
  const newest = useRef(tell)
  newest.current = tell
  useEffect(() => newest.current?.(half), [half])
}
