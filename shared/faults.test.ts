import { expect, test } from 'vitest'
import { fault, isFault } from './faults.ts'

test('a fault is told from data that names one', () => {
  expect(isFault(fault('unreachable'))).toBe(true)
  expect(isFault(fault('out-of-area', { survey: 'x' }))).toBe(true)
  expect(isFault({ id: 'x', state: 'failed', fault: 'import-interrupted' })).toBe(false)
  expect(isFault({ fault: 'no-such-code' })).toBe(false)
  expect(isFault(null)).toBe(false)
})
