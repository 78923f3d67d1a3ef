import type { HouseholdId } from '../../../shared/ids.ts'
import { paths } from '../../ui/paths.ts'
import type { StepKey } from './step-key.ts'

/** Address of one section of a household's survey. */
export function stepPath(household: HouseholdId, step: StepKey): string {
  return `${paths.household(household)}/${step}`
}
