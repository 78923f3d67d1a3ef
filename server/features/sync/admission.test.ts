import { expect, test } from 'vitest'
import { createAdmission } from './admission.ts'

/** An admission of one second with a clock in hand, and work that ends when it is told to. */
function busyOffice() {
  let now = 1_000
  const ends: (() => void)[] = []
  const reply = { news: [] as unknown[] }
  const { admit, pauseS } = createAdmission(1_000, () => now)
  const enter = (changes: number) =>
    admit(changes, () => new Promise<typeof reply>((end) => ends.push(() => end(reply))))
  return {
    pauseS,
    enter,
    reply,
    pass: (ms: number) => (now += ms),
    /** the oldest request is answered */
    end: async () => {
      ends.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('[W4] as much is let in as is done within the time; then nobody until some of it is done', async () => {
  const { enter, pauseS, end } = busyOffice()
  expect(pauseS()).toBeNull()
  // By the first guess a piece of work takes 3 ms: 333 of them fit.
  for (let request = 0; request < 3; request++) expect(enter(99)).not.toBeNull()
  expect(enter(99)).toBeNull()
  expect(enter(9)).not.toBeNull()
  expect(enter(9)).not.toBeNull()
  expect(enter(9)).not.toBeNull()
  expect(enter(9)).toBeNull()
  await end()
  expect(enter(9)).not.toBeNull()
})

test('[W4] one request alone is always let in, however much it brings', () => {
  const { enter } = busyOffice()
  expect(enter(100_000)).not.toBeNull()
  expect(enter(0)).toBeNull()
})

test('[W4] whoever finds no room gets a time of its own, one after the other', () => {
  const { enter, pauseS } = busyOffice()
  void enter(1_000)
  const pauses = Array.from({ length: 1_000 }, () => pauseS() ?? 0)
  // 1,001 pieces of work of 3 ms, then five more for each who asked.
  expect(pauses[0]).toBe(4)
  expect(pauses.at(-1)).toBe(18)
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  for (let more = 0; more < 100_000; more++) pauseS()
  expect(pauseS()).toBe(300)
})

test('[W4] it learns how long work takes, with all that happens in between, and not while nobody asks', async () => {
  const { enter, pauseS, pass, end } = busyOffice()
  pass(3_600_000)
  for (let request = 0; request < 200; request++) {
    void enter(9)
    pass(300)
    await end()
    pass(60_000)
  }
  // A piece takes 30 ms now: 33 fit.
  expect(enter(29)).not.toBeNull()
  expect(enter(3)).toBeNull()
  expect(enter(2)).not.toBeNull()
  expect(pauseS()).not.toBeNull()
})

test('[W4] replies that bring much do not let changes look slow', async () => {
  const { enter, pass, end, reply } = busyOffice()
  reply.news = Array.from({ length: 250 })
  for (let request = 0; request < 200; request++) {
    void enter(0)
    pass(52)
    await end()
  }
  // Of such a reply each household takes 0.2 ms, and a change 2 ms: 500 fit.
  expect(enter(479)).not.toBeNull()
  expect(enter(9)).not.toBeNull()
  expect(enter(29)).toBeNull()
})
