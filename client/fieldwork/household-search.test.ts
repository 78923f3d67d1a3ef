import { expect, test } from 'vitest'
import type { HouseholdId } from '../../shared/ids.ts'
import type { KelurahanCode } from '../../shared/population/area.ts'
import type { CardState, HouseholdCard } from '../ports/field-work.ts'
import { foldText } from '../../shared/fold-text.ts'
import { countByKind, groupHouseholds, searchHouseholds } from './household-search.ts'

const NOT_VISITED: CardState = { kind: 'not-visited' }

function card(id: string, more: Partial<HouseholdCard> & { search?: string } = {}): HouseholdCard {
  const { search, ...rest } = more
  return {
    household: id as HouseholdId,
    name: 'Aminah',
    address: 'Gg. Mawar 3',
    area: { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' },
    members: 4,
    state: NOT_VISITED,
    unsent: false,
    added: false,
    changedAt: '2026-11-23T02:00:00.000Z',
    searchText: foldText(search ?? 'Aminah binti Sukri\n3273015010900001\n3273010101150001\nGg. Mawar 3/5'),
    ...rest,
  }
}

const found = (text: string, cards = [card('a')]) =>
  searchHouseholds(cards, { text, kinds: [] }).map((one) => one.household)

test.each([
  ['aminah'],
  ['  SUKRI   aminah '],
  ['amin suk'],
  ['Áminäh'],
  ['mawar gg'],
  ['gg.mawar'],
  ['3273015010900001'],
  ['50109000'],
  ['0001 mawar'],
  ['1500 aminah'],
  ['mawar 3'],
  ['3/5'],
  [''],
])('«%s» finds Aminah', (text) => expect(found(text)).toEqual(['a']))

test.each([['minah'], ['aminah dedi'], ['99'], ['awar'], ['mawar gg 7']])('«%s» does not', (text) =>
  expect(found(text)).toEqual([]),
)

test('a number is not found across two lines', () => {
  expect(found('56', [card('a', { search: '12345\n678' })])).toEqual([])
})

test('states filter, and are counted', () => {
  const cards = [
    card('a'),
    card('b', { state: { kind: 'waiting' } }),
    card('c', { state: { kind: 'waiting' } }),
  ]
  expect(searchHouseholds(cards, { text: 'aminah', kinds: ['waiting'] }).map((one) => one.household)).toEqual(
    ['b', 'c'],
  )
  expect(Object.fromEntries(countByKind(cards))).toEqual({ 'not-visited': 1, waiting: 2 })
})

test('groups are by RW, then RT; returned ones stand on top, finished ones sink, the rest goes by house number', () => {
  const at = (rw: string, rt: string) => ({ kelurahan: '32.73.01.1001' as KelurahanCode, rw, rt })
  const groups = groupHouseholds(
    [
      card('done', { state: { kind: 'received', at: null }, address: 'Gg. A 1' }),
      card('12', { address: 'Gg. Mawar 12' }),
      card('3', { address: 'Gg. Mawar 3' }),
      card('back', { state: { kind: 'returned', reason: 'x' }, address: 'Gg. Z 9' }),
      card('other-rt', { area: at('005', '001') }),
      card('other-rw', { area: at('001', '003') }),
    ],
    '2026-11-24',
  )
  expect(groups.map(({ rw, kelurahanName }) => [rw, kelurahanName])).toEqual([
    ['001', 'Sukarasa'],
    ['005', 'Sukarasa'],
  ])
  expect(groups[1]!.neighbourhoods.map(({ rt }) => rt)).toEqual(['001', '003'])
  expect(groups[1]!.neighbourhoods[1]!.households.map(({ household }) => household)).toEqual([
    'back',
    '3',
    '12',
    'done',
  ])
  expect(groups[1]!.neighbourhoods[1]!.done).toBe(1)
})
