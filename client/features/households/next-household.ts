import type { HouseholdId } from '../../../shared/ids.ts'
import { groupHouseholds } from '../../fieldwork/household-search.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'

/**
 * The household to visit after another: the next door with work left, then the next RT and RW; after the last
 * one from the beginning.
 * @returns null where no work is left
 */
export function nextHousehold(
  cards: ReadonlyMap<HouseholdId, HouseholdCard>,
  after: HouseholdId,
): HouseholdId | null {
  // With equal states the groups are in the order of the doors, finished or not.
  const doors = groupHouseholds(
    [...cards.values()].map((card) => ({ ...card, state: { kind: 'not-visited' } })),
  )
    .flatMap(({ neighbourhoods }) => neighbourhoods)
    .flatMap(({ households }) => households)
    .map(({ household }) => household)
  const at = doors.indexOf(after)
  const ahead = [...doors.slice(at + 1), ...doors.slice(0, Math.max(0, at))]
  return ahead.find((household) => hasWork(cards.get(household))) ?? null
}

function hasWork(card: HouseholdCard | undefined): boolean {
  return card?.state.kind === 'not-visited' || card?.state.kind === 'draft' || card?.state.kind === 'returned'
}
