import { signal, type ReadonlySignal } from '@preact/signals'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import { isPoor, type Place } from '../../../shared/population/place.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Locator } from '../../ports/locator.ts'

/** How long a good fix is waited for. */
export const PATIENCE_S = 30

export type FixState =
  /** not asked for, or done */
  | { readonly kind: 'idle' }
  /** `best` is the most exact fix so far */
  | { readonly kind: 'watching'; readonly best: Place | null; readonly seconds: number }
  /** it ended by itself with a poor fix, and the one from before, which is better, stays */
  | { readonly kind: 'outdone'; readonly tried: Place }
  /** it ended without any fix */
  | { readonly kind: 'none'; readonly fault: Fault }

export type FixWatch = {
  readonly state: ReadonlySignal<FixState>
  /** Watches until a fix is good or {@link PATIENCE_S} have passed. */
  readonly start: () => void
  /** Ends it because a person says so, with the best fix that there is. Nothing where it does not watch. */
  readonly take: () => void
  /** Ends it as time does: a poor fix then takes the place of none that is better. Nothing where it does not watch. */
  readonly finish: () => void
}

/**
 * Watches for a fix only when asked, and keeps the best one: a poor one, too, for in an alley it may be the best
 * there is.
 * @param keep takes the fix that a watch ended with
 * @param standing the fix that was kept before, null for none
 */
export function createFixWatch(
  locator: Pick<Locator, 'watch'>,
  clock: Pick<Clock, 'after'>,
  keep: (place: Place) => void,
  standing: () => Place | null,
): FixWatch {
  const state = signal<FixState>({ kind: 'idle' })
  let end = () => {}
  let lastFault = fault('no-location-in-time')

  function hear(heard: Place | Fault): void {
    const now = state.peek()
    if (now.kind !== 'watching') return
    if (isFault(heard)) {
      lastFault = heard
      if (heard.fault === 'location-refused') finish()
      return
    }
    if (now.best && now.best.accuracyM <= heard.accuracyM) return
    state.value = { ...now, best: heard }
    if (!isPoor(heard)) finish()
  }

  function finish(isWanted = false): void {
    const now = state.peek()
    if (now.kind !== 'watching') return
    end()
    const before = standing()
    if (!now.best) state.value = { kind: 'none', fault: lastFault }
    else if (!isWanted && isPoor(now.best) && before && before.accuracyM < now.best.accuracyM) {
      state.value = { kind: 'outdone', tried: now.best }
    } else {
      state.value = { kind: 'idle' }
      keep(now.best)
    }
  }

  function start(): void {
    if (state.peek().kind === 'watching') return
    lastFault = fault('no-location-in-time')
    state.value = { kind: 'watching', best: null, seconds: 0 }
    let callOff = clock.after(1000, tick)
    function tick(): void {
      const now = state.peek()
      if (now.kind !== 'watching') return
      state.value = { ...now, seconds: now.seconds + 1 }
      if (now.seconds + 1 >= PATIENCE_S) finish()
      else callOff = clock.after(1000, tick)
    }
    const stop = locator.watch(hear)
    end = () => {
      stop()
      callOff()
    }
  }

  return { state, start, take: () => finish(true), finish: () => finish() }
}
