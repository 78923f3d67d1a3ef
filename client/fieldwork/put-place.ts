import type { Place } from '../ports/field-work.ts'
import { ONLY } from './bodies.ts'
import type { Plan } from './plan.ts'

/** Plans that the next start begins there. */
export function putPlace(plan: Plan, place: Place, now: Date): void {
  plan.put('place', ONLY, { area: '', state: '', at: now.toISOString() }, place)
}
