import { expect, test } from 'vitest'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'
import { createListView } from './list-view.ts'
import { nextHousehold, showNext } from './next-household.ts'
import { cardAt } from './testing/card.ts'

const next = (cards: readonly HouseholdCard[], after: string) =>
  nextHousehold(new Map(cards.map((card) => [card.household, card])), after as HouseholdId, '2026-11-24')

const street = [
  cardAt('d1', { door: 1 }),
  cardAt('d2', { door: 2, state: 'waiting' }),
  cardAt('d3', { door: 3, state: 'received' }),
  cardAt('d12', { door: 12, state: 'draft' }),
  cardAt('rt4', { rt: '004' }),
  cardAt('rw6', { rw: '006', rt: '001', state: 'returned' }),
]

test.each([
  ['the next door with work left, past finished ones', 'd2', 'd12'],
  ['the next RT after the last door', 'd12', 'rt4'],
  ['the next RW after the last RT', 'rt4', 'rw6'],
  ['the first door again after the last one', 'rw6', 'd1'],
])('%s', (_, after, found) => {
  expect(next(street, after)).toBe(found)
})

test('a house to be visited again is next once its day has come', () => {
  const away = (on: string): HouseholdCard => ({
    ...cardAt('away', { door: 2 }),
    state: { kind: 'revisit', on },
  })
  const here = cardAt('here', { door: 1, state: 'waiting' })
  expect(next([here, away('2026-11-25')], 'here')).toBeNull()
  expect(next([here, away('2026-11-24')], 'here')).toBe('away')
})

test('none where all is done', () => {
  const done = [cardAt('a', { state: 'waiting' }), cardAt('b', { state: 'approved' })]
  expect(next(done, 'a')).toBeNull()
})

/** What is looked for and marked after a survey was submitted, where `typed` stands in the search by then. */
function afterSubmitting({ search, typed }: { search: string; typed: string }) {
  const view = createListView()
  view.search.value = typed
  const cards = new Map(street.map((card) => [card.household, card]))
  showNext(view, cards, { after: 'd2' as HouseholdId, today: '2026-11-24', search })
  return { search: view.search.value, next: view.next.value }
}

test('the search that found the last household makes way for the next one', () => {
  expect(afterSubmitting({ search: 'nobody', typed: 'nobody' })).toEqual({ search: '', next: 'd12' })
})

test('a search that is typed meanwhile stays', () => {
  expect(afterSubmitting({ search: 'nobody', typed: 'an' })).toEqual({ search: 'an', next: 'd12' })
})
