import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type FamilyAnswers, type MemberAnswers } from './document.ts'
import { hasPeople, peopleByFamily } from './families.ts'

const IDS = ['a', 'b', 'c']
const removed = fc.constant('salah')
const entries = <Entry>(entry: fc.Arbitrary<Entry>) => fc.dictionary(fc.constantFrom(...IDS), entry)
const arbitraryHousehold = fc.record({
  families: entries<FamilyAnswers>(fc.record({ order: fc.nat(2), removed }, { requiredKeys: [] })),
  members: entries<MemberAnswers>(
    fc.record({ order: fc.nat(2), removed, family: fc.constantFrom(...IDS) }, { requiredKeys: [] }),
  ),
})

test('a family has people where somebody stands with it', () => {
  fc.assert(
    fc.property(arbitraryHousehold, (household) => {
      const document = { ...EMPTY_DOCUMENT, ...household }
      const people = peopleByFamily(document)
      expect(['', ...IDS].filter((id) => hasPeople(document, id))).toEqual(
        ['', ...IDS].filter((id) => people.has(id)),
      )
    }),
  )
})
