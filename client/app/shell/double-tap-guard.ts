export type Tap = {
  /** ms, of one clock */
  readonly at: number
  /** px on the screen */
  readonly x: number
  readonly y: number
  /** whether the screen that was tapped still stands; true where it was on none */
  readonly isThere: () => boolean
}

/** No person reads a new screen and acts on it faster; ms. */
const DOUBLE_MS = 400
/** A thumb does not come back to the very same point; px. */
const SAME_PLACE = 32

/**
 * Tells the second tap of a double tap whose first one led to another screen: it lands on whatever came in that
 * place. Two taps on a screen that stays are two acts.
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
