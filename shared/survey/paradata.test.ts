import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  activeSeconds,
  formatParadata,
  joinParadata,
  parseParadata,
  TIMED_SECTIONS,
  type Paradata,
} from './paradata.ts'
import { SECTIONS } from './questionnaire.ts'

const count = fc.nat({ max: 999_999 })
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}+07:00`)
const degrees = (max: number) =>
  fc.integer({ min: -max * 1e6, max: max * 1e6 }).map((angle) => (angle / 1e6).toFixed(6))
const position = fc.option(
  fc.tuple(degrees(90), degrees(180), count).map(([lat, lon, u]) => `geo:${lat},${lon};u=${u}`),
)
const pace = fc.record({ seconds: count, visits: count, answered: count, changed: count })
const paradata = fc.record({
  startedAt: instant,
  endedAt: instant,
  startPosition: position,
  endPosition: position,
  sessions: count,
  pauses: fc.record({ count, seconds: count }),
  sections: fc.record(Object.fromEntries(TIMED_SECTIONS.map((section) => [section, pace])), {
    requiredKeys: [],
  }),
})

test('what is written is read again, and is a short text', () => {
  fc.assert(
    fc.property(paradata, (given) => {
      const text = formatParadata(given)
      expect(parseParadata(text)).toEqual(given)
      expect(text.length).toBeLessThan(2000)
    }),
  )
})

test('no text makes the reading throw, and what is not known is not guessed', () => {
  const cut = fc.tuple(paradata.map(formatParadata), fc.nat(400), fc.string())
  const damaged = cut.map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1))
  fc.assert(
    fc.property(fc.oneof(fc.string(), damaged), (text) => {
      expect(() => parseParadata(text)).not.toThrow()
    }),
  )
  const whole = '1 2026-11-23T10:00:00+07:00 2026-11-23T10:24:10+07:00 - - 1 2/340 visit:41/1/4/0'
  expect(parseParadata(whole)).toMatchObject({ sessions: 1, pauses: { count: 2, seconds: 340 } })
  for (const wrong of [
    '',
    whole.replace(/^1/, '2'),
    whole.replace('visit:41', 'visit:'),
    `${whole} `,
    whole.replace(' - - ', ' - '),
    whole.replace('340', '34000000'),
  ]) {
    expect(parseParadata(wrong), wrong).toBeNull()
  }
})

test('a section that a later questionnaire brings is passed over', () => {
  const text = '1 2026-11-23T10:00:00+07:00 2026-11-23T10:24:10+07:00 - - 1 0/0 garden:9/1/1/1 visit:41/1/4/0'
  expect(parseParadata(text)?.sections).toEqual({
    visit: { seconds: 41, visits: 1, answered: 4, changed: 0 },
  })
})

test('every section of the questionnaire is timed', () => {
  expect(TIMED_SECTIONS).toEqual([...SECTIONS.map(({ key }) => key), 'check'])
})

const opened = (given: Partial<Paradata>): Paradata => ({
  startedAt: '2026-11-23T10:00:00+07:00',
  endedAt: '2026-11-23T10:05:00+07:00',
  startPosition: null,
  endPosition: null,
  sessions: 1,
  pauses: { count: 0, seconds: 0 },
  sections: {},
  ...given,
})

test('a second opening continues the record of the first', () => {
  const first = opened({
    startPosition: 'geo:-6.876543,107.583210;u=12',
    pauses: { count: 1, seconds: 90 },
    sections: { visit: { seconds: 40, visits: 1, answered: 5, changed: 1 } },
  })
  const second = opened({
    startedAt: '2026-11-23T14:00:00+07:00',
    endedAt: '2026-11-23T14:09:00+07:00',
    sections: {
      visit: { seconds: 5, visits: 1, answered: 0, changed: 1 },
      members: { seconds: 300, visits: 2, answered: 60, changed: 3 },
    },
  })
  expect(joinParadata(first, second)).toEqual({
    startedAt: first.startedAt,
    endedAt: second.endedAt,
    startPosition: first.startPosition,
    endPosition: null,
    sessions: 2,
    pauses: { count: 1, seconds: 90 },
    sections: {
      visit: { seconds: 45, visits: 2, answered: 5, changed: 2 },
      members: { seconds: 300, visits: 2, answered: 60, changed: 3 },
    },
  })
})

test('joining loses no second, in whatever pieces a visit was recorded', () => {
  fc.assert(
    fc.property(paradata, paradata, paradata, (a, b, c) => {
      expect(joinParadata(joinParadata(a, b), c)).toEqual(joinParadata(a, joinParadata(b, c)))
      expect(activeSeconds(joinParadata(a, b))).toBe(activeSeconds(a) + activeSeconds(b))
    }),
  )
})
