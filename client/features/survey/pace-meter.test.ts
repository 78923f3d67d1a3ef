import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activeSeconds, TIMED_SECTIONS } from '../../../shared/survey/paradata.ts'
import { createPaceMeter, localInstant } from './pace-meter.ts'

function meterAt(start = '2026-11-23T03:00:00.000Z') {
  let now = Date.parse(start)
  const meter = createPaceMeter({ now: () => new Date(now) }, 'visit')
  return { meter, wait: (seconds: number) => (now += seconds * 1000) }
}

test('time counts for the section that is open', () => {
  const { meter, wait } = meterAt()
  wait(20)
  meter.enter('members')
  wait(30)
  meter.stir()
  wait(30)
  meter.enter('visit')
  wait(5)
  expect(meter.record().sections).toEqual({
    visit: { seconds: 25, visits: 2, answered: 0, changed: 0 },
    members: { seconds: 60, visits: 1, answered: 0, changed: 0 },
  })
})

test('a minute after the last touch a pause begins, which ends with the next', () => {
  const { meter, wait } = meterAt()
  wait(10)
  meter.stir()
  wait(200)
  meter.stir()
  wait(60)
  meter.stir()
  const record = meter.record()
  expect(activeSeconds(record)).toBe(10 + 60 + 60)
  expect(record.pauses).toEqual({ count: 1, seconds: 140 })
})

test('a hidden page is a pause from its first second', () => {
  const { meter, wait } = meterAt()
  wait(5)
  meter.hide()
  wait(30)
  meter.stir()
  wait(5)
  const record = meter.record()
  expect(activeSeconds(record)).toBe(10)
  expect(record.pauses).toEqual({ count: 1, seconds: 30 })
})

test('answers are counted apart from answers that were given again', () => {
  const { meter } = meterAt()
  meter.answered('dwelling', true)
  meter.answered('dwelling', true)
  meter.answered('dwelling', false)
  expect(meter.record().sections.dwelling).toEqual({ seconds: 0, visits: 0, answered: 2, changed: 1 })
})

test('the first fix of an opening is where it began, the last one where it ended', () => {
  const { meter } = meterAt()
  expect(meter.record()).toMatchObject({ startPosition: null, endPosition: null })
  meter.fixedAt('geo:-6.876543,107.583210;u=12')
  meter.fixedAt('geo:-6.880000,107.590000;u=5')
  expect(meter.record()).toMatchObject({
    startPosition: 'geo:-6.876543,107.583210;u=12',
    endPosition: 'geo:-6.880000,107.590000;u=5',
  })
})

test('every second of an opening is active or part of a pause, however often it is recorded', () => {
  const act = fc.oneof(
    fc.nat(400).map((seconds) => ['wait', seconds] as const),
    fc.constantFrom(...TIMED_SECTIONS).map((section) => ['enter', section] as const),
    fc.constantFrom(['stir'] as const, ['hide'] as const, ['record'] as const),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { meter, wait } = meterAt()
      let open = 0
      for (const [kind, value] of acts) {
        if (kind === 'wait') {
          open += value
          wait(value)
        } else if (kind === 'enter') meter.enter(value)
        else meter[kind]()
      }
      const record = meter.record()
      expect(activeSeconds(record) + record.pauses.seconds).toBe(open)
      expect(record.pauses.count).toBeLessThanOrEqual(acts.length)
    }),
  )
})

test('a clock that is set back takes nothing away', () => {
  const { meter, wait } = meterAt()
  wait(30)
  meter.stir()
  wait(-3600)
  meter.stir()
  wait(10)
  expect(activeSeconds(meter.record())).toBe(30)
})

test('times are the device’s, with its offset', () => {
  const text = localInstant(new Date('2026-11-23T03:00:00.500Z'))
  expect(text).toMatch(/^2026-11-2\dT\d\d:\d\d:00[+-]\d\d:\d\d$/)
  expect(new Date(text)).toEqual(new Date('2026-11-23T03:00:00Z'))
})

test('an instant of a clock that stands in 1970 is one that a visit can tell', () => {
  expect(localInstant(new Date(0))).toMatch(/^2000-01-0/)
})
