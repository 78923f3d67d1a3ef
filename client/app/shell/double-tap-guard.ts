export type Tap = {
  /** ms, of one clock */
  readonly at: number
  /** px on the screen */
  readonly x: number
  readonly y: number
  /** whether what was tapped still stands there as it was; true where it was nothing to be pressed */
  readonly isThere: () => boolean
}

/** No person reads what is new and acts on it faster; ms. */
const DOUBLE_MS = 500
/** A thumb does not come back to the very same point; px. */
const SAME_PLACE = 32

/**
 * Tells the second tap of a double tap whose first one took away what was tapped: it lands on whatever came in that
 * place, on another screen or on the same one. Two taps on what stays are two acts.
 * @returns whether to ignore the tap
 */
export function createDoubleTapGuard(): (tap: Tap) => boolean {
  let last: Tap | null = null
  return (tap) => {
    const isSecond =
      last !== null &&
      tap.at - last.at < DOUBLE_MS &&
      Math.hypot(tap.x - last.x, tap.y - last.y) < SAME_PLACE &&
      !last.isThere()
    if (!isSecond) last = tap
    return isSecond
  }
}
