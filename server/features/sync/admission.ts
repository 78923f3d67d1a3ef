/** Work is counted in changes; what a request costs without them is about as much as one. */
const REQUEST_ITSELF = 1

/** Of a household or survey that a reply brings. */
const NEWS_ITEM = 0.1

/** Of a small machine, until this one is known. */
const FIRST_GUESS = { ms: 150, work: 50, requests: 10 }

/** How much of what was learned stays after each request. */
const MEMORY = 0.98

const LONGEST_PAUSE_MS = 300_000

export type Admission = {
  /** Null where there is room; otherwise after how many seconds to come back. Each one asked gets its own time. */
  readonly pauseS: () => number | null
  /**
   * Does what a request asks, unless what was let in before takes too long already.
   * @param changes that it brings
   * @returns null where there is no room: then ask for `pauseS`
   */
  readonly admit: <Reply extends { readonly news: readonly unknown[] }>(
    changes: number,
    task: () => Promise<Reply>,
  ) => Promise<Reply> | null
}

/**
 * Lets in as much as is done within a time, by the pace of late. Those who find no room are given times one after
 * the other, as far apart as their work takes, so that they do not come back together. Rule [W4] of SPEC.md.
 * @param limitMs how long the last one let in waits
 * @param now ms of a clock that never goes back
 */
export function createAdmission(limitMs: number, now: () => number): Admission {
  let inside = 0
  let lastEnd = 0
  let promisedUntil = 0
  const learned = { ...FIRST_GUESS }

  const paceMs = () => learned.ms / learned.work

  function learn(work: number): void {
    const elapsed = now() - lastEnd
    lastEnd = now()
    learned.ms = learned.ms * MEMORY + elapsed
    learned.work = learned.work * MEMORY + work
    learned.requests = learned.requests * MEMORY + 1
  }

  const hasRoomFor = (work: number) => inside === 0 || (inside + work) * paceMs() <= limitMs

  return {
    pauseS: () => {
      if (hasRoomFor(REQUEST_ITSELF)) return null
      const longest = now() + LONGEST_PAUSE_MS
      const at = Math.min(longest, Math.max(promisedUntil, now() + inside * paceMs()))
      promisedUntil = at + learned.ms / learned.requests
      return Math.max(1, Math.ceil((at - now()) / 1000))
    },
    admit: (changes, task) => {
      const work = changes + REQUEST_ITSELF
      if (!hasRoomFor(work)) return null
      if (inside === 0) lastEnd = now()
      inside += work
      return task()
        .then((reply) => {
          learn(work + reply.news.length * NEWS_ITEM)
          return reply
        })
        .finally(() => (inside -= work))
    },
  }
}
