import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type VisitAnswers } from './document.ts'
import { isClockWrong, visitDateOf } from './visit-date.ts'

const dateOf = (visit: VisitAnswers) => visitDateOf({ ...EMPTY_DOCUMENT, visits: { visit } }, '2026-11-30')

test.each([
  ['2026-11-23T23:30:00Z', '2026-11-24'],
  ['kemarin', '2026-11-30'],
  [undefined, '2026-11-30'],
])('a visit at %o is judged on %s', (at, day) => {
  expect(dateOf(at === undefined ? {} : { at })).toBe(day)
})

test.each<[string, VisitAnswers]>([
  ['before there were such lists', { at: '2000-01-02T00:00:00Z' }],
  ['before its list', { at: '2026-10-30T02:00:00Z', notBefore: '2026-10-31' }],
  ['before the month of its register', { at: '2026-10-30T02:00:00Z', notBefore: '2026-11' }],
])('a clock that stood %s is wrong: the visit has the day that a person gives it', (_, visit) => {
  expect(isClockWrong(visit)).toBe(true)
  expect(dateOf(visit)).toBeNull()
  expect(dateOf({ ...visit, heldOn: '2026-11-23' })).toBe('2026-11-23')
  expect(dateOf({ ...visit, heldOn: '2015-12-07' })).toBeNull()
})

test.each<VisitAnswers>([
  { at: '2025-02-05T02:00:00Z' },
  { at: '2026-11-01T02:00:00Z', notBefore: '2026-11' },
  { at: '2026-10-31T02:00:00Z', notBefore: '2026-10-31' },
])('a clock that may be right is believed: %o', (visit) => {
  expect(isClockWrong(visit)).toBe(false)
  expect(dateOf({ ...visit, heldOn: '2026-12-24' })).toBe(visit.at?.slice(0, 10))
})

test('a phone that was never visited with, and whose clock is wrong, knows no day either', () => {
  expect(visitDateOf(EMPTY_DOCUMENT, '1970-01-01')).toBeNull()
  expect(visitDateOf(EMPTY_DOCUMENT, null)).toBeNull()
})
