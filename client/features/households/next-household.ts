import type { HouseholdId } from '../../../shared/ids.ts'
import { groupHouseholds, isDue } from '../../fieldwork/household-search.ts'
import type { CardState, HouseholdCard } from '../../ports/field-work.ts'

/**
 * The household to visit after another: the next door with work left, then the next RT and RW; after the last
 * one from the beginning.
 * @param today `YYYY-MM-DD`: who is to be visited again later is passed over until then
 * @returns null where no work is left
 */
export function nextHousehold(
  cards: ReadonlyMap<HouseholdId, HouseholdCard>,
  after: HouseholdId,
  today: string,
): HouseholdId | null {
  // With equal states the groups are in the order of the doors, finished or not.
  const doors = groupHouseholds(
    [...cards.values()].map((card) => ({ ...card, state: { kind: 'not-visited' } })),
    today,
  )
    .flatMap(({ neighbourhoods }) => neighbourhoods)
    .flatMap(({ households }) => households)
    .map(({ household }) => household)
  const at = doors.indexOf(after)
  const ahead = [...doors.slice(at + 1), ...doors.slice(0, Math.max(0, at))]
  return ahead.find((household) => hasWork(cards.get(household)?.state, today)) ?? null
}

function hasWork(state: CardState | undefined, today: string): boolean {
  if (state === undefined) return false
  return ['not-visited', 'draft', 'returned'].includes(state.kind) || isDue(state, today)
}
