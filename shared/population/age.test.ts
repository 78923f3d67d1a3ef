import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageInYears } from './age.ts'
import { earliestOf, latestOf } from './partial-date.ts'

test.each([
  ['1980-03-10', '2026-03-09', 45],
  ['1980-03-10', '2026-03-10', 46],
  ['1980', '2026-06-30', 45],
  ['1980', '2026-07-01', 46],
  ['1980-03', '2026-03-14', 45],
  ['2026', '2026-02-01', 0],
  ['2027', '2026-02-01', null],
])('who was born in %s is on %s %j years old', (born, on, age) => {
  expect(ageInYears(born, on)).toBe(age)
})

test('an age from a partial date lies between the ages of its first and its last day', () => {
  const days = fc
    .date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, fc.constantFrom(4, 7, 10), (day, length) => {
      const partial = day.slice(0, length)
      const age = ageInYears(partial, '2026-11-23') ?? -1
      expect(age).toBeLessThanOrEqual(ageInYears(earliestOf(partial), '2026-11-23') ?? -1)
      expect(age).toBeGreaterThanOrEqual(ageInYears(latestOf(partial), '2026-11-23') ?? -1)
    }),
  )
})
