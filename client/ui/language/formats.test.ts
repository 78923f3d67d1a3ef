import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatsOf } from './formats.ts'

const id = formatsOf('id')
const en = formatsOf('en')
// Before 1964 western Indonesia kept other times.
const YEARS = { min: new Date('1970-01-01'), max: new Date('2100-01-01') }
const now = new Date('2026-11-23T07:05:00Z')

test('numbers, shares and sizes are written as people write them there', () => {
  expect(id.number(1_250_000)).toBe('1.250.000')
  expect(en.number(1_250_000)).toBe('1,250,000')
  expect(id.percent(0.604)).toBe('60 %')
  expect(id.bytes(1_440_000)).toBe('1,4 MB')
  expect(id.bytes(300)).toBe('1 KB')
  expect([0, 119.6, 999.4, 999.5, 1249, 23_456].map(id.distance)).toEqual([
    '0 m',
    '120 m',
    '999 m',
    '1 km',
    '1,2 km',
    '23,5 km',
  ])
  expect(en.distance(1249)).toBe('1.2 km')
})

test('whole numbers and times are written as the browser writes them', () => {
  for (const [formats, locale] of [
    [id, 'id-ID'],
    [en, 'en-GB'],
  ] as const) {
    const numbers = new Intl.NumberFormat(locale)
    const times = new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Asia/Jakarta',
    })
    fc.assert(
      fc.property(fc.integer(), fc.date({ noInvalidDate: true, ...YEARS }), (value, instant) => {
        expect(formats.number(value)).toBe(numbers.format(value).replace('\u2212', '-'))
        expect(formats.time(instant)).toBe(times.format(instant))
      }),
    )
  }
})

test('times are Jakarta’s, whatever the machine’s zone', () => {
  expect(id.dateTime(now)).toBe('23 Nov 2026, 14.05')
  expect(en.dateTime(now)).toBe('23 Nov 2026, 14:05')
  expect(id.date('2026-11-30T18:30:00Z')).toBe('1 Des 2026')
  expect(id.time('2026-11-30T17:00:00Z')).toBe('00.00')
})

test('a calendar date stays on its day', () => {
  expect(id.date('2026-01-01')).toBe('1 Jan 2026')
  expect(id.day('2026-01-01')).toBe('1 Jan')
  expect(id.month('2026-11')).toBe('November 2026')
  expect(id.month('1987')).toBe('1987')
})

test('a moment says no more than is needed today', () => {
  expect(id.moment('2026-11-23T02:12:00Z', now)).toBe('09.12')
  expect(id.moment('2026-11-22T02:12:00Z', now)).toBe('22 Nov, 09.12')
  expect(id.moment('2025-11-22T02:12:00Z', now)).toBe('22 Nov 2025, 09.12')
})

test('ages are rounded down and end in a date', () => {
  expect(id.ago(now, now)).toBe('baru saja')
  expect(id.ago('2026-11-23T07:00:10Z', now)).toBe('4 menit lalu')
  expect(id.ago('2026-11-23T04:06:00Z', now)).toBe('2 jam lalu')
  expect(en.ago('2026-11-20T07:00:00Z', now)).toBe('3 days ago')
  expect(id.ago('2026-10-20T07:00:00Z', now)).toBe('20 Okt 2026')
})
