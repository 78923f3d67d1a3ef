import { useEffect, useRef } from 'preact/hooks'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { FieldWork, Place } from '../../ports/field-work.ts'
import { paths } from '../../ui/paths.ts'
import type { Autosave } from './autosave.ts'
import type { StepKey } from './step-key.ts'
import { stepPath } from './survey-path.ts'

export type PlaceKeeper = {
  /** where in the survey the enumerator is now */
  readonly keep: (step: StepKey, entry: string | null, path: Path | null) => void
  /** Where the next start begins once the survey is done: at the list, after this household. */
  readonly end: Place
  /** Where the enumerator was in the survey is forgotten: it was written that it is done. */
  readonly ended: () => void
}

/**
 * Remembers where in a survey the enumerator is: a page that is killed is taken up there; one that was left
 * starts at the list, but the household opens at the same place.
 */
export function usePlace(
  work: FieldWork,
  household: HouseholdId,
  { flush }: Pick<Autosave, 'flush'>,
): PlaceKeeper {
  const last = useRef<Place | null>(null)
  useEffect(
    () => () => {
      const place = last.current
      last.current = null
      if (place) void work.rememberPlace({ ...place, route: paths.home })
    },
    [work],
  )
  // The answer that was left by going there comes first: both would wait for the same disk.
  const keepAfterAnswers = async (place: Place) => {
    await flush()
    if (last.current === place) await work.rememberPlace(place)
  }
  return {
    keep(step, entry, path) {
      const place: Place = { route: stepPath(household, step), household, section: step, entry, path }
      if (last.current && samePlace(last.current, place)) return
      last.current = place
      void keepAfterAnswers(place)
    },
    end: { route: paths.home, household, section: null, entry: null, path: null },
    ended() {
      last.current = null
    },
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.route === b.route && a.entry === b.entry && a.path === b.path
}
