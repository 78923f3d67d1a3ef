import type { HouseholdCard } from '../ports/field-work.ts'
import type { Warming } from './warm-up.ts'

/** Makes the texts that are searched: by itself, the first key in the search would wait for all of them. */
export function warmSearch(cards: Iterable<HouseholdCard>): Warming {
  const left = [...cards]
  return (most) => {
    // Whoever asks for the text has it made.
    for (const card of left.splice(0, most)) void card.searchText
    return left.length === 0
  }
}
