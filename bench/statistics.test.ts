import { expect, test } from 'vitest'
import { median, p95, toFigure } from './statistics.ts'

test('the median is the middle sample, or the mean of the middle two', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 1, 2, 4])).toBe(3)
  expect(median([7])).toBe(7)
})

test('samples are compared as numbers and left in their order', () => {
  const samples = [100, 9, 20]
  expect(median(samples)).toBe(20)
  expect(samples).toEqual([100, 9, 20])
})

test('p95 is the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(p95(hundred)).toBe(95)
  expect(p95([3, 1, 2])).toBe(3)
})

test('no sample is no figure', () => {
  expect(() => median([])).toThrow(RangeError)
  expect(() => p95([])).toThrow(RangeError)
  expect(() => toFigure('size', { name: 'page', unit: 'bytes', samples: [1, Number.NaN] })).toThrow(
    RangeError,
  )
})

test('reach and ok stand only where a number was asked for', () => {
  const measured = { name: 'push', unit: 'changes/s', samples: [90, 100, 110] }
  expect(toFigure('sync', measured)).toEqual({
    suite: 'sync',
    name: 'push',
    value: 100,
    unit: 'changes/s',
    n: 3,
    p95: 110,
  })
  expect(toFigure('sync', { ...measured, reach: { atLeast: 100 } })).toMatchObject({ reach: 100, ok: true })
  expect(toFigure('sync', { ...measured, reach: { atLeast: 101 } })).toMatchObject({ reach: 101, ok: false })
  expect(toFigure('sync', { ...measured, reach: { atMost: 99 } })).toMatchObject({ reach: 99, ok: false })
})

test('a number may be asked of the 95th percentile', () => {
  const measured = { name: 'search', unit: 'ms', samples: [10, 20, 60] }
  expect(toFigure('phone', { ...measured, reach: { p95AtMost: 60 } })).toMatchObject({
    reach: 60,
    of: 'p95',
    ok: true,
  })
  expect(toFigure('phone', { ...measured, reach: { p95AtMost: 50 } })).toMatchObject({ ok: false })
})
