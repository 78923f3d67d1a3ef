import type { Clock } from '../ports/clock.ts'

const FIRST_MS = 2000
const PAUSE_MS = 50
/** About 5 ms of a desk's computer, 30 ms of a slow phone. */
const AT_ONCE = 100

/** Takes in so many households at most; true once it has them all. */
export type Warming = (households: number) => boolean

/**
 * Makes what is searched a little at a time once the screen has had its turn, one after the other, so that the first
 * key does not wait for the whole area.
 * @returns calls it off
 */
export function warmUp(all: readonly Warming[], clock: Pick<Clock, 'after'>): () => void {
  let [next, ...others] = all
  let stop = clock.after(FIRST_MS, step)
  function step(): void {
    if (next?.(AT_ONCE)) [next, ...others] = others
    if (next) stop = clock.after(PAUSE_MS, step)
  }
  return () => stop()
}
