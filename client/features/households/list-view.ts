import { signal, type Signal } from '@preact/signals'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { FilterKey } from './state-filters.ts'

/** How the list is looked at; kept while other screens are open, in memory only: a search names people. */
export type ListView = {
  readonly search: Signal<string>
  readonly filter: Signal<FilterKey>
  /** the household to visit next, marked in the list */
  readonly next: Signal<HouseholdId | null>
}

export function createListView(): ListView {
  return { search: signal(''), filter: signal('all'), next: signal(null) }
}
