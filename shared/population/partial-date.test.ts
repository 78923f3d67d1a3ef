import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earliestOf, isPartialDate, latestOf, mayBeSameDate } from './partial-date.ts'

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const cut = fc.constantFrom(4, 7, 10)

test('what is left of a date when its end is not known lies around it', () => {
  fc.assert(
    fc.property(days, cut, (day, length) => {
      const partial = day.slice(0, length)
      expect(isPartialDate(partial)).toBe(true)
      expect(earliestOf(partial) <= day && day <= latestOf(partial)).toBe(true)
      expect(mayBeSameDate(partial, day)).toBe(true)
    }),
  )
})

test('two dates that differ in a known part are not the same', () => {
  expect(mayBeSameDate('1980', '1981-01-01')).toBe(false)
  expect(mayBeSameDate('1980-03', '1980-04')).toBe(false)
  expect(mayBeSameDate('1980-03', '1980')).toBe(true)
})

test.each(['1980-13', '1980-02-30', '80', '1880', '2100', ''])('%j is no date that people give', (text) => {
  expect(isPartialDate(text)).toBe(false)
})
