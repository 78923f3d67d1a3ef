import { expect, test } from 'vitest'
import { isHalfDate, partsOf, readDateParts, shownParts } from './date-parts.ts'

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

test('a half-typed date stays over the stored one, and is no answer', () => {
  const parts = { day: '31', month: '2', year: '1986' }
  expect(isHalfDate(readDateParts(parts))).toBe(true)
  expect(isHalfDate(readDateParts(partsOf(null)))).toBe(false)
  expect(shownParts({ parts, over: '1986-03-22' }, '1986-03-22')).toBe(parts)
})

test('a date from outside replaces what was typed, and clearing from outside clears', () => {
  const half = { day: '31', month: '2', year: '' }
  expect(shownParts({ parts: half, over: null }, '1986-03-22')).toEqual(partsOf('1986-03-22'))
  const whole = { day: '01', month: '02', year: '1986' }
  expect(shownParts({ parts: whole, over: null }, '1986-02-01')).toBe(whole)
  expect(shownParts({ parts: whole, over: null }, null)).toEqual(partsOf(null))
})
