import type { HouseholdId } from '../../../shared/ids.ts'
import { doorOf, isDue } from '../../fieldwork/household-search.ts'
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
  const left = cards.get(after)
  const here = left === undefined ? '' : wayTo(left)
  let ahead: HouseholdCard | null = null
  let fromTheStart: HouseholdCard | null = null
  for (const card of cards.values()) {
    if (card.household === after || !hasWork(card.state, today)) continue
    if (wayTo(card) > here) ahead = earlier(ahead, card)
    else fromTheStart = earlier(fromTheStart, card)
  }
  return (ahead ?? fromTheStart)?.household ?? null
}

function earlier(one: HouseholdCard | null, other: HouseholdCard): HouseholdCard {
  return one !== null && wayTo(one) < wayTo(other) ? one : other
}

/** What the doors of an area are gone along by: RW, RT, then as the list orders them. */
function wayTo(card: HouseholdCard): string {
  const { kelurahan, rw, rt } = card.area
  return `${kelurahan}/${rw}/${rt}/${doorOf(card)}`
}

function hasWork(state: CardState, today: string): boolean {
  return ['not-visited', 'draft', 'returned'].includes(state.kind) || isDue(state, today)
}
