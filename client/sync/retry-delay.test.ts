import { expect, test } from 'vitest'
import { retryDelayMs } from './retry-delay.ts'

test('pauses double from two seconds to five minutes, spread by half', () => {
  expect([1, 2, 3, 20].map((failures) => retryDelayMs(failures, 1))).toEqual([2_000, 4_000, 8_000, 300_000])
  expect(retryDelayMs(20, 0)).toBe(150_000)
})
