import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlivedCopies } from './keep-policy.ts'

const HOUR_MS = 60 * 60 * 1000
const START = Date.parse('2026-11-23T01:00:00Z')
const copies = (hours: readonly number[]) => hours.map((hour) => ({ at: new Date(START + hour * HOUR_MS) }))
const dates = (outlived: readonly { at: Date }[]) => outlived.map(({ at }) => at.toISOString().slice(0, 13))

test('[B3] two copies a day: all of the last two days, the last of each day, then of each month', () => {
  const year = copies(Array.from({ length: 2 * 200 }, (_, index) => index * 12))
  const outlived = new Set(outlivedCopies(year, { days: 35, months: 12 }))
  const kept = year.filter((copy) => !outlived.has(copy))
  // 2 of each of 2 days, 1 of each of 33 more, and the ends of the months that began before those.
  expect(kept).toHaveLength(2 * 2 + 33 + 6)
  expect(outlived.has(year.at(-1)!)).toBe(false)
})

test('[B3] a clock that jumps ten years ahead outlives nothing', () => {
  const week = copies(Array.from({ length: 7 }, (_, day) => day * 24))
  expect(dates(outlivedCopies([...week, ...copies([10 * 365 * 24])], { days: 35, months: 12 }))).toEqual([])
})

test('[B3] the newest copy is always kept, and so are as many days as there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (hours, days) => {
        const all = copies(hours)
        const outlived = new Set(outlivedCopies(all, { days, months: 1 }))
        const kept = all.filter((copy) => !outlived.has(copy))
        const daysOf = (some: typeof all) =>
          new Set(
            some.map(({ at }) => dates([{ at: new Date(at.getTime() + 7 * HOUR_MS) }])[0]?.slice(0, 10)),
          )
        expect(Math.max(...kept.map(({ at }) => at.getTime()))).toBe(
          Math.max(...all.map(({ at }) => at.getTime())),
        )
        expect(daysOf(kept).size).toBeGreaterThanOrEqual(Math.min(days, daysOf(all).size))
      },
    ),
  )
})
