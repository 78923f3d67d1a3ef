import { expect, test } from 'vitest'
import { isHalfDate, isHeldBack, partsOf, readDateParts, shownParts } from './date-parts.ts'

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

test('where the day may be unknown, a year alone and a month of a year are whole', () => {
  const read = (day: string, month: string, year: string) => readDateParts({ day, month, year }, 'any')
  expect(read('', '', '1961')).toEqual({ kind: 'date', date: '1961' })
  expect(read('', '3', '1961')).toEqual({ kind: 'date', date: '1961-03' })
  expect(read('7', '3', '1961')).toEqual({ kind: 'date', date: '1961-03-07' })
  expect(read('7', '', '1961').kind).toBe('month-missing')
  expect(read('7', '3', '').kind).toBe('year-missing')
  expect(read('', '13', '1961').kind).toBe('no-such-date')
  expect(read('31', '2', '1961').kind).toBe('no-such-date')
  expect(read('', '', '196').kind).toBe('year-wrong')
  expect(read('', '', '1061').kind).toBe('year-too-old')
  expect(read('', '3', '1850').kind).toBe('year-too-old')
  expect(read('', '', '').kind).toBe('empty')
})

test('a date with unknown parts is taken apart and read back the same', () => {
  for (const date of ['1961', '1961-03', '1961-03-07']) {
    expect(readDateParts(partsOf(date), 'any')).toEqual({ kind: 'date', date })
    expect(shownParts({ parts: partsOf(date), over: null }, date, 'any')).toEqual(partsOf(date))
  }
})

test('a date that lost its day or month does not take the place of the whole one by itself', () => {
  const read = (day: string, month: string, year: string) => readDateParts({ day, month, year }, 'any')
  expect(isHeldBack(read('', '3', '1961'), '1961-03-27')).toBe(true)
  expect(isHeldBack(read('', '', '1965'), '1961-03')).toBe(true)
  expect(isHeldBack(read('28', '3', '1961'), '1961-03-27')).toBe(false)
  expect(isHeldBack(read('', '3', '1961'), '1961')).toBe(false)
  expect(isHeldBack(read('', '', '1961'), null)).toBe(false)
  expect(isHeldBack(read('', '', ''), '1961-03-27')).toBe(false)
  const parts = { day: '', month: '3', year: '1961' }
  expect(shownParts({ parts, over: '1961-03-27' }, '1961-03-27', 'any')).toBe(parts)
  expect(shownParts({ parts, over: '1961-03' }, '1961-03', 'any')).toBe(parts)
})
