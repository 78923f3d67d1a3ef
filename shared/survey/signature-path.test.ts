import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSignaturePath, MAX_SIGNATURE_LENGTH } from './signature-path.ts'

test.each(['M1 2L1 2', 'M0 0Q10 20 30 40L50 60', 'M0 0L1 1M300 150C1 2 3 4 5 6'])(
  '%s is a signature',
  (path) => {
    expect(isSignaturePath(path)).toBe(true)
  },
)

test.each([
  '',
  'M1 2',
  'L1 2',
  'M1 2L3',
  'M1 2l3 4',
  'M1 2L3 4Z',
  'M1 2L-3 4',
  'M1 2L3.5 4',
  'M1 2L1234 4',
  'M1  2L3 4',
  ' M1 2L3 4',
  'M1 2L3 4\n',
  'M1 2A1 1 0 0 0 3 4',
  'M1 2L3 4"/><script>',
])('%j is none', (path) => {
  expect(isSignaturePath(path)).toBe(false)
})

test('it has a limit', () => {
  const path = (strokes: number) => 'M1 2L3 4'.repeat(strokes)
  const most = MAX_SIGNATURE_LENGTH / path(1).length
  expect(isSignaturePath(path(most))).toBe(true)
  expect(isSignaturePath(path(most + 1))).toBe(false)
})

test('of what looks like it, only letters of commands, digits and blanks get through', () => {
  const units = fc.constantFrom('M1 2', 'L3 4', 'Q1 2 3 4', 'C1 2 3 4 5 6', ...'MLQCZ0123 -.<')
  const taken = fc
    .array(units, { maxLength: 6 })
    .map((each) => `M0 0L1 1${each.join('')}`)
    .filter(isSignaturePath)
  fc.assert(
    fc.property(taken, (path) => {
      expect(path).toMatch(/^[MLQC\d ]+$/)
    }),
  )
})
