import type { Clock } from '../ports/clock.ts'

export function createClock(): Clock {
  return {
    now: () => new Date(),
    after(ms, act) {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  }
}
