import { expect, test } from 'vitest'
import type { CardState } from '../../ports/field-work.ts'
import { FILTER_KINDS, filtersOf, type FilterKey } from './state-filters.ts'
import { cardAt } from './testing/card.ts'

const cards = (...kinds: CardState['kind'][]) =>
  new Map(kinds.map((state, index) => [index, cardAt(`h${index}`, { state })]))

const counts = (of: ReturnType<typeof cards>, chosen: FilterKey = 'all') =>
  Object.fromEntries(filtersOf(of, chosen).map(({ key, count }) => [key, count]))

test('each filter says how many it shows', () => {
  expect(
    counts(cards('not-visited', 'draft', 'waiting', 'sending', 'received', 'in-review', 'approved')),
  ).toEqual({
    all: 7,
    todo: 1,
    draft: 1,
    waiting: 2,
    returned: 0,
    finished: 5,
  })
})

test('rare states are offered only where there are some, or while they are chosen', () => {
  expect(counts(cards('conflict', 'quarantined', 'rejected'))).toMatchObject({
    conflict: 1,
    held: 1,
    rejected: 1,
  })
  expect(counts(cards('revisit', 'draft'))).toMatchObject({ revisit: 1, draft: 1 })
  expect(counts(cards('draft'))).not.toHaveProperty('held')
  expect(counts(cards('draft'), 'held')).toMatchObject({ held: 0 })
})

test('every state is found behind a filter', () => {
  expect(new Set(Object.values(FILTER_KINDS).flat()).size).toBe(12)
})
