import { useEffect, useRef } from 'preact/hooks'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { FieldWork, Place } from '../../ports/field-work.ts'
import { paths } from '../../ui/paths.ts'
import type { StepKey } from './section-steps.ts'
import { stepPath } from './survey-path.ts'

export type PlaceKeeper = {
  /** where in the survey the enumerator is now */
  readonly keep: (step: StepKey, entry: string | null, path: Path | null) => void
  /** The survey is submitted: the next start begins at the list, after this household. */
  readonly finish: () => Promise<unknown>
}

/**
 * Remembers where in a survey the enumerator is: a page that is killed is taken up there; one that was left
 * starts at the list, but the household opens at the same place.
 */
export function usePlace(work: FieldWork, household: HouseholdId): PlaceKeeper {
  const last = useRef<Place | null>(null)
  useEffect(
    () => () => {
      if (last.current) void work.rememberPlace({ ...last.current, route: paths.home })
    },
    [work],
  )
  return {
    keep(step, entry, path) {
      const place: Place = { route: stepPath(household, step), household, section: step, entry, path }
      if (last.current && samePlace(last.current, place)) return
      last.current = place
      void work.rememberPlace(place)
    },
    finish() {
      last.current = null
      return work.rememberPlace({ route: paths.home, household, section: null, entry: null, path: null })
    },
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.route === b.route && a.entry === b.entry && a.path === b.path
}
