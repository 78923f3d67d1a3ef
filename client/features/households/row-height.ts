import type { HouseholdCard } from '../../ports/field-work.ts'

/** Letters that a detail's line holds at 360 px, in capitals of a wide font. */
const LINE = 26

/** Whether a household's row needs a second line of detail; of the card alone, so that rows are known unmeasured. */
export function isTallRow({ state, address, added }: HouseholdCard): boolean {
  switch (state.kind) {
    case 'returned':
    case 'conflict':
    case 'quarantined':
      return true
    default:
      return added || (state.kind === 'draft' && state.refused !== null) || address.length > LINE
  }
}
