import { batch } from '@preact/signals'
import type { HouseholdId } from '../../../shared/ids.ts'
import { doorOf, isDue, searchHouseholds } from '../../fieldwork/household-search.ts'
import type { CardState, HouseholdCard } from '../../ports/field-work.ts'
import type { ListView } from './list-view.ts'
import { FILTER_KINDS } from './state-filters.ts'

type Left = {
  /** the household whose survey was submitted */
  readonly after: HouseholdId
  /** `YYYY-MM-DD` */
  readonly today: string
  /** what was looked for when the list came back */
  readonly search: string
}

/** Marks the household to visit next, and shows the whole list where the search that found the last one hides it. */
export function showNext(
  view: ListView,
  cards: ReadonlyMap<HouseholdId, HouseholdCard>,
  { after, today, search }: Left,
): void {
  const next = nextHousehold(cards, after, today)
  batch(() => {
    view.next.value = next
    // Somebody who types another search meanwhile looks for another door.
    if (view.search.peek() !== search) return
    const card = next === null ? undefined : cards.get(next)
    const kinds = FILTER_KINDS[view.filter.peek()]
    if (card && searchHouseholds([card], { text: search, kinds }).length > 0) return
    view.search.value = ''
    view.filter.value = 'all'
  })
}

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
