import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import type { HouseholdCard } from '../../ports/field-work.ts'
import { foldAddress } from './fold-address.ts'
import { createAddressFinder, type AddressQuery } from './same-address.ts'

const SUKARASA = '32.73.01.1001'
const find = createAddressFinder()

const cardAt = (address: string, { rw = '005', rt = '003', kelurahan = SUKARASA } = {}): HouseholdCard => ({
  household: address as HouseholdId,
  name: 'AMINAH',
  address,
  area: { kelurahan: kelurahan as KelurahanCode, rw, rt },
  members: 3,
  state: { kind: 'not-visited' },
  unsent: false,
  added: false,
  changedAt: '2026-11-23T02:00:00.000Z',
  searchText: '',
})
const found = (listed: HouseholdCard, address: string, more: Partial<AddressQuery> = {}) =>
  find([listed], { kelurahan: SUKARASA, rw: '005', rt: '003', address, ...more }).length === 1

test.each([
  ['GG. MAWAR NO. 3', 'Gang Mawar 3'],
  ['GG. MAWAR NO. 3', 'gg mawar no 003'],
  ['GG. MAWAR NO. 3', 'Mawar 3'],
  ['GG. MAWAR NO. 3 RT 003/005', 'Gg. Mawar 3'],
  ['GG. MAWAR NO. 3 RT 03 RW 05', 'Gg. Mawar 3'],
  ['GG. MAWAR II NO. 3', 'Gg. Mawar 2 No. 3'],
  ['JL. SETIABUDI GG. MAWAR NO 3', 'Gg. Mawar 3'],
  ['JL. SUKARASA NO. 12 A', 'Jalan Sukarasa 12a'],
  ['JL. SUKARASA NO. 12', 'Jl. Sukarsa 12'],
  ['KOMP. ADIPURA BLOK C NO. 7', 'Perum Adipura Blk C 7'],
  ['BELAKANG MASJID AL-IKHLAS', 'belakang masjid Al Ikhlas'],
])('%s and %s may be one house', (listed, typed) => {
  expect(found(cardAt(listed), typed)).toBe(true)
})

test.each([
  ['GG. MAWAR NO. 3', 'Gg. Mawar 13'],
  ['GG. MAWAR NO. 3', 'Gg. Mawar 3a'],
  ['GG. MAWAR NO. 3', 'Jl. Mawar 3'],
  ['GG. MAWAR NO. 3', 'Gg. Melati 3'],
  ['GG. MAWAR II NO. 3', 'Gg. Mawar III No. 3'],
  ['GG. MAWAR II NO. 3', 'Gg. Mawar 3'],
  ['JL. SETIABUDI GG. MAWAR NO 3', 'Jl. Setiabudi 3'],
  ['JL. SETIABUDI GG. MAWAR NO 3', 'Jl. Cipaku Gg. Mawar 3'],
  ['GG. MAWAR NO. 3', 'Gg.'],
  ['', ''],
  ['-', '.'],
])('%s and %s are two', (listed, typed) => {
  expect(found(cardAt(listed), typed)).toBe(false)
})

test('an address counts within its RW; without a number, within its RT', () => {
  const listed = cardAt('GG. MAWAR NO. 3')
  expect(found(listed, 'Gg. Mawar 3', { rt: '004' })).toBe(true)
  expect(found(listed, 'Gg. Mawar 3', { rw: '006' })).toBe(false)
  expect(found(listed, 'Gg. Mawar 3', { rw: '000', rt: '000' })).toBe(true)
  expect(found(listed, 'Gg. Mawar 3', { kelurahan: '32.73.01.1002' })).toBe(false)
  expect(found(cardAt('GG. MAWAR'), 'Gg. Mawar')).toBe(true)
  expect(found(cardAt('GG. MAWAR'), 'Gg. Mawar', { rt: '004' })).toBe(false)
})

test('those of the same RT come first', () => {
  const cards = [cardAt('GG. MAWAR 3', { rt: '001' }), cardAt('GG MAWAR 3', { rt: '003' })]
  const [first] = find(cards, { kelurahan: SUKARASA, rw: '005', rt: '003', address: 'Gg. Mawar 3' })
  expect(first?.area.rt).toBe('003')
})

test('however an address is written, it folds, and finds itself as soon as it names something', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^(Jl|Gg|Kp)\. [A-Z][a-z]{2,9}( No\.? ?\d{1,3}[A-C]?)?$/)),
      (address) => {
        const { parts } = foldAddress(address)
        expect(found(cardAt(address), address)).toBe(
          parts.length > 0 && parts.every(({ name }) => name !== ''),
        )
      },
    ),
  )
})
