import type { Neighbourhood, NeighbourhoodGroup } from '../../fieldwork/household-search.ts'
import { remembered } from '../../../shared/survey/remembered.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'

/** A line of the list: a heading or a household. */
export type ListItem =
  /** over the households that need the enumerator first */
  | { readonly kind: 'attention'; readonly count: number }
  | { readonly kind: 'rw'; readonly kelurahan: string; readonly rw: string; readonly count: number }
  | {
      readonly kind: 'rt'
      readonly within: string
      readonly rt: string
      /** of all its households; null where only some of them are shown */
      readonly done: number | null
      readonly count: number
    }
  | { readonly kind: 'household'; readonly card: HouseholdCard }

/**
 * The list from top to bottom: first what came back, then by RW and RT. Of the whole list the headings say how much is
 * done; of a part of it, how many stand below.
 * @param groups every household of the device
 * @param found those that search and filter leave
 */
export function listItems(
  groups: readonly NeighbourhoodGroup[],
  found: readonly HouseholdCard[],
): readonly ListItem[] {
  const isWhole = found.length === countOf(groups.flatMap(({ neighbourhoods }) => neighbourhoods))
  const shown = new Set(found)
  const returned = found.filter(needsAttention)
  const top: ListItem[] = returned.length > 0 ? [{ kind: 'attention', count: returned.length }] : []
  for (const card of returned) {
    top.push(itemOf(card))
    shown.delete(card)
  }
  const items = groups.flatMap(({ kelurahan, kelurahanName, rw, neighbourhoods }) => {
    const rows = neighbourhoods.flatMap(({ rt, households, done }): ListItem[] => {
      const here = households.filter((card) => shown.has(card))
      if (here.length === 0) return []
      return [
        isWhole
          ? { kind: 'rt', within: `${kelurahan}/${rw}`, rt, done, count: households.length }
          : { kind: 'rt', within: `${kelurahan}/${rw}`, rt, done: null, count: here.length },
        ...here.map(itemOf),
      ]
    })
    if (rows.length === 0) return []
    const count = isWhole ? countOf(neighbourhoods) : rows.filter(({ kind }) => kind === 'household').length
    const heading: ListItem = { kind: 'rw', kelurahan: kelurahanName || kelurahan, rw, count }
    return groups.length > 1 ? [heading, ...rows] : rows
  })
  return [...top, ...items]
}

/** The same for the same card, so that its row is drawn once. */
const itemOf = remembered((card: HouseholdCard): ListItem => ({ kind: 'household', card }))

function countOf(neighbourhoods: readonly Neighbourhood[]): number {
  return neighbourhoods.reduce((sum, { households }) => sum + households.length, 0)
}

/** Came back to the enumerator, or is stuck: it stands on top with its reason. */
function needsAttention({ state }: HouseholdCard): boolean {
  return state.kind === 'returned' || state.kind === 'conflict' || state.kind === 'quarantined'
}

/** Its own in its list: a heading is all that it says. */
export function keyOfItem(item: ListItem): string {
  return item.kind === 'household' ? item.card.household : JSON.stringify(item)
}
