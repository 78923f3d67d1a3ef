import { expect, test } from 'vitest'
import { warmUp } from './warm-up.ts'

/** A clock whose timers fire late by as much as the page is busy, and on which each household takes a millisecond. */
function page() {
  let now = 0
  let busyMs = 0
  let timers: { readonly due: number; readonly act: () => void }[] = []
  return {
    clock: {
      now: () => new Date(now),
      after: (ms: number, act: () => void) => {
        const timer = { due: now + ms, act }
        timers.push(timer)
        return () => void (timers = timers.filter((one) => one !== timer))
      },
    },
    isBusy: (ms: number) => void (busyMs = ms),
    takes: (ms: number) => void (now += ms),
    /** Lets the next timer fire; false where none is left. */
    passes: (): boolean => {
      const [timer] = timers
      if (!timer) return false
      timers = timers.slice(1)
      now = timer.due + busyMs
      timer.act()
      return true
    },
    now: () => now,
  }
}

function warming(takes: (ms: number) => void, households: number) {
  let left = households
  const slices: number[] = []
  return {
    slices,
    warm: (most: number) => {
      const done = Math.min(most, left)
      left -= done
      takes(done)
      slices.push(done)
      return left === 0
    },
  }
}

test('everything is warmed in the end, one after the other, and no slice lasts long', () => {
  const { clock, takes, passes } = page()
  const [first, second] = [warming(takes, 35), warming(takes, 25)]
  warmUp([first.warm, second.warm], clock)
  const lengths: number[] = []
  for (let before = clock.now(); passes(); before = clock.now())
    lengths.push(clock.now().getTime() - before.getTime())
  expect(first.slices).toEqual([10, 10, 10, 5])
  expect(second.slices).toEqual([10, 10, 5])
  expect(Math.max(...lengths.slice(1))).toBeLessThanOrEqual(60 + 10)
})

test('while somebody types it does nothing, and it goes on afterwards', () => {
  const { clock, takes, isBusy, passes } = page()
  const { warm, slices } = warming(takes, 20)
  warmUp([warm], clock)
  isBusy(40)
  for (let turn = 0; turn < 10; turn += 1) passes()
  expect(slices).toEqual([])
  isBusy(0)
  while (passes());
  expect(slices).toEqual([10, 10])
})

test('where every timer is late, it goes on after a while', () => {
  const { clock, takes, isBusy, passes } = page()
  const { warm, slices } = warming(takes, 20)
  warmUp([warm], clock)
  isBusy(40)
  while (passes());
  expect(slices).toEqual([10, 10])
  expect(clock.now().getTime()).toBeGreaterThan(10_000)
})

test('it can be called off between two slices', () => {
  const { clock, takes, passes } = page()
  const { warm, slices } = warming(takes, 30)
  const stop = warmUp([warm], clock)
  passes()
  stop()
  expect(passes()).toBe(false)
  expect(slices).toEqual([10])
})
