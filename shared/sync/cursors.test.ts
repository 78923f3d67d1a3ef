import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packCursors, unpackCursors } from './cursors.ts'

const KELURAHAN = '32.73.01.1001'

const aStream = fc
  .tuple(fc.constantFrom(KELURAHAN, '32.73.02.1003'), fc.integer({ min: 0, max: 40 }))
  .map(([kelurahan, rw]) => `${kelurahan}/${String(rw).padStart(3, '0')}`)
const someCursors = fc.dictionary(aStream, fc.constantFrom('3..12', '3..40', '2.17.40', ''))

test('[N1] streams whose cursors are alike go in one word', () => {
  const cursors = {
    [`${KELURAHAN}/001`]: '3..12',
    [`${KELURAHAN}/002`]: '3..9',
    [`${KELURAHAN}/004`]: '3..12',
    [`${KELURAHAN}/005`]: '3..12',
    [`${KELURAHAN}/003`]: '3..12',
    '32.73.02.1003/003': '3..12',
  }
  expect(packCursors(cursors)).toEqual({
    [`${KELURAHAN}/001,003-005`]: '3..12',
    [`${KELURAHAN}/002`]: '3..9',
    '32.73.02.1003/003': '3..12',
  })
})

test('[N1] packed or not, each stream keeps its cursor', () => {
  fc.assert(
    fc.property(someCursors, (cursors) => {
      expect(unpackCursors(packCursors(cursors))).toEqual({ ...cursors })
      expect(unpackCursors(cursors)).toEqual({ ...cursors })
    }),
  )
})

test('[N1] names that no account holds are read no further', () => {
  const far = Object.fromEntries([1, 2, 3].map((kelurahan) => [`${kelurahan}/000-999999999`, '3..12']))
  expect(Object.keys(unpackCursors(far)).length).toBeLessThan(3010)
})
