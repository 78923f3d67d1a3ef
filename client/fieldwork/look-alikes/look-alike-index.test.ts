import { expect, test } from 'vitest'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import type { MemberAnswers } from '../../../shared/survey/document.ts'
import type { HouseholdCard, LookAlikeQuery } from '../../ports/field-work.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import { createLookAlikeIndex } from './look-alike-index.ts'

const HERE = 'here' as HouseholdId
const THERE = 'there' as HouseholdId
const area = { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' }
const SITI: MemberAnswers = {
  name: 'SITI AMINAH',
  nik: '3273015003809001',
  birthDate: '1980-03-10',
  sex: 'P',
}

/** Households by what lives there; changing one gives it another card, as an edit does. */
function district(houses: Record<string, Record<string, MemberAnswers>>) {
  let cards = new Map<HouseholdId, HouseholdCard>()
  let read = 0
  const set = (id: string, members: Record<string, MemberAnswers> | null) => {
    cards = new Map(cards)
    if (members) {
      houses[id] = members
      cards.set(id as HouseholdId, { household: id, area } as unknown as HouseholdCard)
    } else cards.delete(id as HouseholdId)
  }
  for (const [id, members] of Object.entries(houses)) set(id, members)
  const index = createLookAlikeIndex({
    cards: () => cards,
    facts: (household) => {
      read += 1
      return { household } as unknown as HouseholdFacts
    },
    peopleOf: ({ household }) => houses[household as unknown as string] ?? {},
  })
  const find = (query: Omit<LookAlikeQuery, 'household'>) =>
    index.find({ household: HERE, ...query }).map(({ member }) => member)
  return { index, find, set, reads: () => read }
}

test('a NIK finds whoever has it elsewhere, whatever else is said', () => {
  const { index, find } = district({ there: { m1: SITI }, here: { m2: SITI } })
  expect(find({ nik: '3273015003809001', name: 'Orang Lain', sex: 'L' })).toEqual(['m1'])
  expect(find({ nik: '327301500380900' })).toEqual([])
  expect(index.withNik('3273015003809001', HERE)).toEqual([
    { household: THERE, member: 'm1', name: 'SITI AMINAH', nik: SITI.nik, birthDate: '1980-03-10', area },
  ])
  expect(index.withNik('3273015003809001', THERE).map(({ member }) => member)).toEqual(['m2'])
})

test.each([
  ['the same name without a birth date', { name: 'Siti Aminah' }],
  ['titles and the father’s name', { name: 'Hj. Siti Aminah binti Sukri' }],
  ['a slip, in the same year', { name: 'Siti Amimah', birthDate: '1980' }],
  ['words in another order, in the same year', { name: 'Aminah Siti', birthDate: '1980-07' }],
  ['one of the words, on the same day', { name: 'Aminah', birthDate: '1980-03-10' }],
])('found: %s', (_, query) => {
  expect(district({ there: { m1: SITI } }).find(query)).toEqual(['m1'])
})

test.each([
  ['another year', { name: 'Siti Aminah', birthDate: '1981' }],
  ['the other sex', { name: 'Siti Aminah', sex: 'L' }],
  ['one word alone without a birth date', { name: 'Siti' }],
  ['one of the words, in the same year only', { name: 'Aminah', birthDate: '1980' }],
  ['another name of that day', { name: 'Rukmini', birthDate: '1980-03-10' }],
  ['nothing typed yet', { name: '' }],
])('not found: %s', (_, query) => {
  expect(district({ there: { m1: SITI } }).find(query)).toEqual([])
})

test('who was removed there is no double any more; who changed is found as they are now', () => {
  const { find, set } = district({ there: { m1: SITI } })
  expect(find({ name: 'Siti Aminah' })).toEqual(['m1'])
  set('there', { m1: { ...SITI, name: 'DEWI LESTARI' } })
  expect(find({ name: 'Siti Aminah' })).toEqual([])
  expect(find({ name: 'Dewi Lestari' })).toEqual(['m1'])
  set('there', { m1: { ...SITI, removed: 'pindah' } })
  expect(find({ nik: SITI.nik })).toEqual([])
  set('there', { m1: SITI })
  set('there', null)
  expect(find({ nik: SITI.nik })).toEqual([])
})

test('only a household that changed is read again', () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`h${i}`, { [`m${i}`]: SITI }]))
  const { find, set, reads } = district(many)
  find({ name: 'Siti Aminah' })
  expect(reads()).toBe(50)
  set('h7', { m7: { ...SITI, birthDate: '1990' } })
  find({ name: 'Siti Aminah' })
  expect(reads()).toBe(51)
})

test('a few are shown, the likeliest first', () => {
  const same = { ...SITI, nik: undefined } as unknown as MemberAnswers
  const { find } = district({
    a: { m1: { ...same, name: 'SITI AMINAM' } },
    b: { m2: same, m3: same, m4: same },
    c: { m5: SITI },
  })
  const found = find({ name: 'Siti Aminah', nik: SITI.nik, birthDate: '1980-03-10' })
  expect(found).toHaveLength(3)
  expect(found).not.toContain('m1')
})

test('asked for a NIK alone before any name, it finds by name as well afterwards, and who left is gone', () => {
  const { index, find, set } = district({ there: { m1: SITI }, far: { m3: SITI } })
  expect(index.withNik(SITI.nik ?? '', HERE).map(({ member }) => member)).toEqual(['m1', 'm3'])
  set('far', null)
  expect(index.withNik(SITI.nik ?? '', HERE).map(({ member }) => member)).toEqual(['m1'])
  expect(find({ name: 'Siti Aminah' })).toEqual(['m1'])
  set('there', { m1: { ...SITI, name: 'DEWI LESTARI', birthDate: '1990-01-01' } })
  expect([find({ name: 'Siti Aminah' }), find({ name: 'Dewi Lestari' })]).toEqual([[], ['m1']])
})

test('of many whom a NIK made it take in, names are folded a few at a time', () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`h${i}`, { [`m${i}`]: SITI }]))
  const { index } = district(many)
  index.withNik(SITI.nik ?? '', HERE)
  expect([index.warm(3), index.warm(3)]).toEqual([false, true])
})

test('it is warmed a few households at a time', () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`h${i}`, { [`m${i}`]: SITI }]))
  const { index, find, reads } = district(many)
  expect([index.warm(10), index.warm(10), index.warm(10)]).toEqual([false, false, true])
  expect(reads()).toBe(25)
  find({ name: 'Siti Aminah' })
  expect(reads()).toBe(25)
})
