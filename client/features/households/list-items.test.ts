import { expect, test } from 'vitest'
import type { HouseholdCard } from '../../ports/field-work.ts'
import { groupHouseholds } from '../../fieldwork/household-search.ts'
import { keyOfItem, listItems } from './list-items.ts'
import { cardAt } from './testing/card.ts'

const lines = (all: readonly HouseholdCard[], found = all) =>
  listItems(groupHouseholds(all, '2026-11-24'), found).map((item) => {
    switch (item.kind) {
      case 'attention':
        return `! ${item.count}`
      case 'rw':
        return `RW ${item.rw}: ${item.count}`
      case 'rt':
        return `RT ${item.rt}: ${item.done === null ? '' : `${item.done}/`}${item.count}`
      case 'household':
        return item.card.household
    }
  })

test('households stand under their RW and RT, finished ones below the others', () => {
  const all = [
    cardAt('c', { rw: '006', rt: '001' }),
    cardAt('b', { door: 12 }),
    cardAt('a', { door: 3 }),
    cardAt('done', { door: 1, state: 'received' }),
  ]
  expect(lines(all)).toEqual(['RW 005: 3', 'RT 003: 1/3', 'a', 'b', 'done', 'RW 006: 1', 'RT 001: 0/1', 'c'])
})

test('an only RW needs no heading', () => {
  expect(lines([cardAt('a')])).toEqual(['RT 003: 0/1', 'a'])
})

test('what came back stands on top of all, and once', () => {
  const all = [
    cardAt('a', { door: 1 }),
    cardAt('back', { door: 2, state: 'returned' }),
    cardAt('torn', { rw: '006', state: 'conflict' }),
  ]
  expect(lines(all)).toEqual(['! 2', 'back', 'torn', 'RW 005: 2', 'RT 003: 0/2', 'a'])
})

test('who is to be visited again by now stands first in the RT, until then at their door', () => {
  const visited = (id: string, door: number, on: string): HouseholdCard => ({
    ...cardAt(id, { door }),
    state: { kind: 'revisit', on },
  })
  const all = [
    cardAt('a', { door: 1 }),
    visited('later', 2, '2026-11-25'),
    visited('today', 3, '2026-11-24'),
    visited('past', 4, '2026-11-20'),
  ]
  expect(lines(all)).toEqual(['RT 003: 0/4', 'today', 'past', 'a', 'later'])
})

test('of a search, empty groups are left out and headings tell how many stand below', () => {
  const all = [
    cardAt('a'),
    cardAt('b', { state: 'approved' }),
    cardAt('c', { rt: '004' }),
    cardAt('d', { rw: '006' }),
    cardAt('back', { rw: '006', state: 'returned' }),
  ]
  const found = (...ids: string[]) => all.filter(({ household }) => ids.includes(household))
  expect(lines(all, found('a'))).toEqual(['RW 005: 1', 'RT 003: 1', 'a'])
  expect(lines(all, found('a', 'b', 'c'))).toEqual(['RW 005: 3', 'RT 003: 2', 'a', 'b', 'RT 004: 1', 'c'])
  // What came back is counted where it stands.
  expect(lines(all, found('d', 'back'))).toEqual(['! 1', 'back', 'RW 006: 1', 'RT 003: 1', 'd'])
})

test('every line has a key of its own', () => {
  const all = [cardAt('a'), cardAt('b', { rw: '006' }), cardAt('c', { rt: '004', state: 'returned' })]
  const keys = listItems(groupHouseholds(all, '2026-11-24'), all).map(keyOfItem)
  expect(new Set(keys).size).toBe(keys.length)
})
