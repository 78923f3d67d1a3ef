import { findKelurahan } from '../../shared/population/area.ts'
import { remembered } from '../../shared/survey/remembered.ts'
import type { CardState, HouseholdCard } from '../ports/field-work.ts'
import { foldText } from '../../shared/fold-text.ts'

export type CardKind = CardState['kind']

/**
 * Households in which every word is found, in any order: in a name, NIK, KK or address. Case and diacritics do
 * not matter. Words are found where a word begins; four digits or more anywhere in a number, fewer where a short
 * number begins, so that a house number does not find every NIK.
 * @param kinds states to keep; all where empty
 */
export function searchHouseholds(
  cards: Iterable<HouseholdCard>,
  { text, kinds }: { readonly text: string; readonly kinds: readonly CardKind[] },
): readonly HouseholdCard[] {
  const words = foldText(text).split(/\s+/).filter(Boolean).map(wordPattern)
  return [...cards].filter(
    (card) =>
      (kinds.length === 0 || kinds.includes(card.state.kind)) &&
      words.every((word) => word.test(card.searchText)),
  )
}

/** Folded words hold letters and digits only. */
function wordPattern(word: string): RegExp {
  if (/^\d{4,}$/.test(word)) return new RegExp(word)
  const isNumber = /^\d+$/.test(word)
  return new RegExp(`(^|\\s)${word}${isNumber ? '\\d{0,2}(?!\\d)' : ''}`, 'u')
}

/** How many households stand in each state. */
export function countByKind(cards: Iterable<HouseholdCard>): ReadonlyMap<CardKind, number> {
  const counts = new Map<CardKind, number>()
  for (const { state } of cards) counts.set(state.kind, (counts.get(state.kind) ?? 0) + 1)
  return counts
}

export type Neighbourhood = {
  readonly rt: string
  readonly households: readonly HouseholdCard[]
  /** those that need no more visit */
  readonly done: number
}

export type NeighbourhoodGroup = {
  readonly kelurahan: HouseholdCard['area']['kelurahan']
  /** empty where the code is not of this city */
  readonly kelurahanName: string
  readonly rw: string
  readonly neighbourhoods: readonly Neighbourhood[]
}

/** True for a household that nobody was met in, on the day when somebody should come again or later. */
export function isDue(state: CardState, today: string): boolean {
  return state.kind === 'revisit' && (state.on === null || state.on <= today)
}

/**
 * Households by RW, then RT. In an RT, returned ones stand on top, then those to be visited again by now, and
 * finished ones sink; else by address.
 * @param today `YYYY-MM-DD`
 */
export function groupHouseholds(
  cards: Iterable<HouseholdCard>,
  today: string,
): readonly NeighbourhoodGroup[] {
  const groups = groupBy(cards, ({ area }) => `${area.kelurahan}/${area.rw}`)
  return groups.map(([, [first, ...rest]]) => ({
    kelurahan: first.area.kelurahan,
    kelurahanName: findKelurahan(first.area.kelurahan)?.name ?? '',
    rw: first.area.rw,
    neighbourhoods: groupBy([first, ...rest], ({ area }) => area.rt).map(([rt, households]) => ({
      rt,
      households: households.toSorted((a, b) => byUrgency(a, b, today)),
      done: households.filter(({ state }) => rankOf(state, today) === DONE).length,
    })),
  }))
}

const DONE = 3

function rankOf(state: CardState, today: string): number {
  switch (state.kind) {
    case 'returned':
    case 'conflict':
    case 'quarantined':
      return 0
    case 'revisit':
      return isDue(state, today) ? 1 : 2
    case 'not-visited':
    case 'draft':
      return 2
    case 'waiting':
    case 'sending':
    case 'received':
    case 'in-review':
    case 'approved':
    case 'rejected':
      return DONE
  }
}

function byUrgency(a: HouseholdCard, b: HouseholdCard, today: string): number {
  return rankOf(a.state, today) - rankOf(b.state, today) || (doorOf(a) < doorOf(b) ? -1 : 1)
}

/**
 * What households of an RT are ordered by: address, then name. "Gg. Mawar 3" stands before "Gg. Mawar 12". A text of
 * its own, because the browser's collator takes ten times as long over two thousand addresses.
 */
export const doorOf = remembered(({ address, name, household }: HouseholdCard): string =>
  `${address}\n${name}\n${household}`.toLowerCase().replace(/\d+/g, (number) => number.padStart(6, '0')),
)

type Filled<Item> = [Item, ...Item[]]

function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): [string, Filled<Item>][] {
  const groups = new Map<string, Filled<Item>>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
