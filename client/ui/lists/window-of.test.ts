import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topsOf, windowOf } from './window-of.ts'

test('only the rows in sight are drawn', () => {
  const tops = topsOf([48, 76, 76, 76, 48, 76])
  expect(tops.at(-1)).toBe(400)
  expect(windowOf(tops, 0, 100)).toEqual({ first: 0, end: 2 })
  expect(windowOf(tops, 124, 200)).toEqual({ first: 2, end: 3 })
  expect(windowOf(tops, 123, 201)).toEqual({ first: 1, end: 4 })
  expect(windowOf(topsOf([]), 0, 700)).toEqual({ first: 0, end: 0 })
})

test('every row that touches the stretch is in the window, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 80 }),
      fc.nat(8000),
      fc.integer({ min: 1, max: 900 }),
      (heights, from, span) => {
        const tops = topsOf(heights)
        const { first, end } = windowOf(tops, from, from + span)
        heights.forEach((height, row) => {
          const top = tops[row] ?? 0
          const isTouched = top < from + span && top + height > from
          expect(row >= first && row < end).toBe(isTouched)
        })
      },
    ),
  )
})
