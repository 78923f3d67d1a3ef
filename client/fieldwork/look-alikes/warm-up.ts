import type { Clock } from '../../ports/clock.ts'
import type { LookAlikeIndex } from './look-alike-index.ts'

const FIRST_MS = 2000
const PAUSE_MS = 50
/** About 5 ms of a desk's computer, 30 ms of a slow phone. */
const AT_ONCE = 100

/**
 * Makes the index a little at a time once the screen has had its turn, so that the first key in a name does not wait
 * for the whole area.
 * @returns calls it off
 */
export function warmUp(index: Pick<LookAlikeIndex, 'warm'>, clock: Pick<Clock, 'after'>): () => void {
  let stop = clock.after(FIRST_MS, step)
  function step(): void {
    if (!index.warm(AT_ONCE)) stop = clock.after(PAUSE_MS, step)
  }
  return () => stop()
}
