import { expect, test } from 'vitest'
import { partsOf, readDateParts } from './date-parts.ts'

test('a date is taken apart and read back the same', () => {
  expect(partsOf('1961-03-07')).toEqual({ day: '7', month: '3', year: '1961' })
  expect(readDateParts(partsOf('1961-03-07'))).toEqual({ kind: 'date', date: '1961-03-07' })
  expect(readDateParts(partsOf(null))).toEqual({ kind: 'empty' })
})

test('what makes no date says why', () => {
  expect(readDateParts({ day: '31', month: '2', year: '1961' }).kind).toBe('no-such-date')
  expect(readDateParts({ day: '29', month: '2', year: '2023' }).kind).toBe('no-such-date')
  expect(readDateParts({ day: '7', month: '3', year: '61' }).kind).toBe('year-wrong')
  expect(readDateParts({ day: '', month: '3', year: '1961' }).kind).toBe('unfinished')
  expect(readDateParts({ day: 'x', month: '3', year: '1961' }).kind).toBe('no-such-date')
})
