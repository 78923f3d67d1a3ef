import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aliasesOf, isAllowed, type AliasRow } from './aliases.ts'

const IDS = ['a', 'b', 'c', 'd', 'e'] as const
type Id = (typeof IDS)[number]

/** Whatever rows there are, allowed or not. */
const someRows: fc.Arbitrary<AliasRow<Id>[]> = fc.array(
  fc.record({
    id: fc.constantFrom(...IDS),
    as: fc.constantFrom(...IDS),
    act: fc.constantFrom('join', 'undo'),
  }),
  { maxLength: 20 },
)

test('[I2] what stands for all stands for itself, and no chain comes back to where it began', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const { as, resolve } = aliasesOf(rows)
      for (const id of IDS) {
        expect(as.has(resolve(id))).toBe(false)
        expect(resolve(resolve(id))).toBe(resolve(id))
      }
    }),
  )
})

test('[I2] being the same is mutual and passes on: each of them names all the others, the main one first', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const { resolve, sameAs } = aliasesOf(rows)
      for (const id of IDS) {
        const group = IDS.filter((other) => resolve(other) === resolve(id))
        expect([id, ...sameAs(id)].sort()).toEqual(group)
        expect(resolve(id) === id || sameAs(id)[0] === resolve(id)).toBe(true)
      }
    }),
  )
})

test('[I1] an undoing takes back just its own join', () => {
  fc.assert(
    fc.property(someRows, fc.constantFrom(...IDS), fc.constantFrom(...IDS), (rows, id, as) => {
      const before = aliasesOf(rows)
      fc.pre(isAllowed(before, { id, as, act: 'join' }))
      const joined = aliasesOf([...rows, { id, as, act: 'join' }])
      expect(joined.resolve(id)).toBe(joined.resolve(as))
      const undone = aliasesOf([...rows, { id, as, act: 'join' }, { id, as, act: 'undo' }])
      expect([...undone.as]).toEqual([...before.as])
    }),
  )
})

test('[I1] a row that is not allowed changes nothing', () => {
  fc.assert(
    fc.property(someRows, fc.constantFrom(...IDS), fc.constantFrom(...IDS), (rows, id, as) => {
      const before = aliasesOf(rows)
      for (const act of ['join', 'undo'] as const) {
        if (isAllowed(before, { id, as, act })) continue
        expect([...aliasesOf([...rows, { id, as, act }]).as]).toEqual([...before.as])
      }
    }),
  )
})

test('[I2] nobody is the same as themselves, directly or by others', () => {
  const rows: AliasRow<Id>[] = [
    { id: 'a', as: 'b', act: 'join' },
    { id: 'b', as: 'c', act: 'join' },
  ]
  const aliases = aliasesOf(rows)
  expect(IDS.map((id) => isAllowed(aliases, { id: 'c', as: id, act: 'join' }))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  expect(aliases.sameAs('b')).toEqual(['c', 'a'])
})
