import type { Clock } from '../ports/clock.ts'

const FIRST_MS = 1000
const PAUSE_MS = 50
const LONG_PAUSE_MS = 500
/** A timer that is so late waited for somebody who types, or for a screen that is being drawn. */
const LATE_MS = 25
/** After so many long pauses it goes on: there are phones on which every timer is late. */
const MOST_LONG_PAUSES = 20
/** How long a key may have to wait for it. */
const SLICE_MS = 6
const AT_ONCE = 10

/** Takes in so many households at most; true once it has them all. */
export type Warming = (households: number) => boolean

/**
 * Makes what is searched a little at a time once the screen has had its turn, one after the other, so that the first
 * key does not wait for the whole area. Where others are at work on the page it stands back.
 * @returns calls it off
 */
export function warmUp(all: readonly Warming[], clock: Clock): () => void {
  let [next, ...others] = all
  let longPauses = 0
  let stop = wait(FIRST_MS)

  function wait(ms: number): () => void {
    const due = clock.now().getTime() + ms
    return clock.after(ms, () => {
      const late = clock.now().getTime() - due
      if (late <= LATE_MS || longPauses === MOST_LONG_PAUSES) return step()
      longPauses += 1
      stop = wait(LONG_PAUSE_MS)
    })
  }

  function step(): void {
    const until = clock.now().getTime() + SLICE_MS
    while (next && clock.now().getTime() < until) if (next(AT_ONCE)) [next, ...others] = others
    if (next) stop = wait(PAUSE_MS)
  }

  return () => stop()
}
