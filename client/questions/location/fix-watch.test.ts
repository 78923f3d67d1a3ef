import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { Place } from '../../../shared/population/place.ts'
import { createFixWatch } from './fix-watch.ts'

const fix = (accuracyM: number): Place => ({ latitude: -6.9, longitude: 107.6, accuracyM })

/** A locator and a clock in the hand of the test. */
function scene(before: Place | null = null) {
  const hearers = new Set<(heard: Place | Fault) => void>()
  const timers = new Set<() => void>()
  const kept: Place[] = []
  const watch = createFixWatch(
    {
      watch(hear) {
        hearers.add(hear)
        return () => void hearers.delete(hear)
      },
    },
    {
      after(_ms, act) {
        timers.add(act)
        return () => void timers.delete(act)
      },
    },
    (place) => kept.push(place),
    () => before,
  )
  return {
    watch,
    kept,
    hear: (heard: Place | Fault) => hearers.forEach((each) => each(heard)),
    pass: (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        const due = [...timers]
        timers.clear()
        due.forEach((act) => act())
      }
    },
    isWatching: () => hearers.size > 0,
    isQuiet: () => hearers.size === 0 && timers.size === 0,
  }
}

test('it never watches unless asked, and then once', () => {
  const { watch, isQuiet, hear, kept } = scene()
  watch.finish()
  expect(isQuiet()).toBe(true)
  watch.start()
  watch.start()
  hear(fix(12))
  expect(kept).toEqual([fix(12)])
  expect(isQuiet()).toBe(true)
})

test('20 m is good enough, and ends it at once', () => {
  const { watch, hear, kept, isQuiet } = scene()
  watch.start()
  hear(fix(21))
  expect(watch.state.value).toEqual({ kind: 'watching', best: fix(21), seconds: 0 })
  hear(fix(20))
  expect(kept).toEqual([fix(20)])
  expect(watch.state.value).toEqual({ kind: 'idle' })
  expect(isQuiet()).toBe(true)
})

test('after 30 seconds the best fix is kept, poor as it is', () => {
  const { watch, hear, pass, kept, isWatching, isQuiet } = scene()
  watch.start()
  hear(fix(80))
  pass(12)
  hear(fix(35))
  hear(fix(60))
  expect(watch.state.value).toEqual({ kind: 'watching', best: fix(35), seconds: 12 })
  pass(17)
  expect(isWatching()).toBe(true)
  pass(1)
  expect(kept).toEqual([fix(35)])
  expect(isQuiet()).toBe(true)
})

test('it can be ended early with what there is', () => {
  const { watch, hear, kept, isQuiet } = scene()
  watch.start()
  hear(fix(35))
  watch.finish()
  expect(kept).toEqual([fix(35)])
  expect(isQuiet()).toBe(true)
})

test('no fix in time says why, and it can be tried again', () => {
  const { watch, pass, hear, kept } = scene()
  watch.start()
  pass(30)
  expect(watch.state.value).toEqual({ kind: 'none', fault: fault('no-location-in-time') })
  watch.start()
  hear(fault('location-unavailable'))
  expect(watch.state.value.kind).toBe('watching')
  pass(30)
  expect(watch.state.value).toEqual({ kind: 'none', fault: fault('location-unavailable') })
  watch.start()
  pass(30)
  expect(watch.state.value).toEqual({ kind: 'none', fault: fault('no-location-in-time') })
  expect(kept).toEqual([])
})

test('a place may come after the phone had none', () => {
  const { watch, hear, kept } = scene()
  watch.start()
  hear(fault('location-unavailable'))
  hear(fix(10))
  expect(kept).toEqual([fix(10)])
})

test('a refusal ends it at once, with the fix that came before', () => {
  const { watch, hear, kept, isQuiet } = scene()
  watch.start()
  hear(fault('location-refused'))
  expect(watch.state.value).toEqual({ kind: 'none', fault: fault('location-refused') })
  watch.start()
  hear(fix(50))
  hear(fault('location-refused'))
  expect(kept).toEqual([fix(50)])
  expect(isQuiet()).toBe(true)
})

test('whatever comes, the most exact fix up to the first good one is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 29 }), (accuracies) => {
      const { watch, hear, pass, kept, isQuiet } = scene()
      watch.start()
      for (const accuracyM of accuracies) {
        hear(fix(accuracyM))
        pass(1)
      }
      watch.finish()
      const good = accuracies.find((accuracyM) => accuracyM <= 20)
      expect(kept).toEqual([fix(good ?? Math.min(...accuracies))])
      expect(isQuiet()).toBe(true)
    }),
  )
})

test('of itself a poor fix takes the place of none that is better', () => {
  const { watch, hear, kept, pass } = scene(fix(8))
  watch.start()
  hear(fix(180))
  pass(30)
  expect(kept).toEqual([])
  expect(watch.state.value).toEqual({ kind: 'outdone', tried: fix(180) })
  watch.start()
  hear(fix(180))
  watch.finish()
  expect(kept).toEqual([])
  watch.start()
  hear(fix(180))
  watch.take()
  expect(kept).toEqual([fix(180)])
  watch.start()
  hear(fix(12))
  expect(kept).toEqual([fix(180), fix(12)])
})

test('a poor fix takes the place of a poorer one', () => {
  const { watch, hear, kept, pass } = scene(fix(300))
  watch.start()
  hear(fix(180))
  pass(30)
  expect(kept).toEqual([fix(180)])
})
