import { countByKind, type CardKind } from '../../fieldwork/household-search.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'

/** What the list can be narrowed to. */
export type FilterKey =
  | 'all'
  | 'todo'
  | 'draft'
  | 'revisit'
  | 'waiting'
  | 'returned'
  | 'conflict'
  | 'held'
  | 'rejected'
  | 'finished'

/** The states behind each filter; none means all. Done is what needs no more visit, sent or not. */
export const FILTER_KINDS: Readonly<Record<FilterKey, readonly CardKind[]>> = {
  all: [],
  todo: ['not-visited'],
  draft: ['draft'],
  revisit: ['revisit'],
  waiting: ['waiting', 'sending'],
  returned: ['returned'],
  conflict: ['conflict'],
  held: ['quarantined'],
  rejected: ['rejected'],
  finished: ['waiting', 'sending', 'received', 'in-review', 'approved', 'rejected'],
}

/** Those of daily use are always there; the others only with something in them. */
const ALWAYS: readonly FilterKey[] = ['all', 'todo', 'draft', 'waiting', 'returned', 'finished']
const ORDER: readonly FilterKey[] = [
  'all',
  'todo',
  'draft',
  'revisit',
  'waiting',
  'returned',
  'conflict',
  'held',
  'rejected',
  'finished',
]

export type Filter = { readonly key: FilterKey; readonly count: number }

/** The filters to offer, each with how many households it shows. */
export function filtersOf(cards: ReadonlyMap<unknown, HouseholdCard>, chosen: FilterKey): readonly Filter[] {
  const counts = countByKind(cards.values())
  const countOf = (key: FilterKey) =>
    key === 'all' ? cards.size : FILTER_KINDS[key].reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
  return ORDER.map((key) => ({ key, count: countOf(key) })).filter(
    ({ key, count }) => ALWAYS.includes(key) || key === chosen || count > 0,
  )
}
