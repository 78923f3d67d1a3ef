import type { HouseholdId } from '../../shared/ids.ts'
import type { HalfTyped } from '../ports/half-typed.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'

/** What stands half typed in a household's survey; it lies beside the places, in a row of its household's own. */
export function halfTypedIn({ tables }: Pick<Memory, 'tables'>, household: HouseholdId): HalfTyped {
  return tables.place.get(household)?.body.halfTyped ?? {}
}

/** Plans that a household's survey is opened with it again. */
export function putHalfTyped(plan: Plan, household: HouseholdId, halfTyped: HalfTyped, now: Date): void {
  if (Object.keys(halfTyped).length === 0) {
    if (plan.get('place', household)) plan.remove('place', household)
    return
  }
  const nowhere = { route: '', section: null, entry: null, path: null }
  const keys = { area: '', state: '', at: now.toISOString() }
  plan.put('place', household, keys, { ...nowhere, household, halfTyped })
}
