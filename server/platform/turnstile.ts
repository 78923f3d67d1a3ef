/** What one round of the event loop may take for it; a piece of work that has begun is not cut. */
const ROUND_MS = 4

export type Turnstile = {
  /** Does the work when it is its turn. A piece should take some milliseconds at most. */
  readonly run: <Result>(work: () => Result) => Promise<Result>
}

/**
 * Does work piece by piece in its order, and lets the event loop turn in between: what many requests ask at the same
 * time would otherwise be done in one go, while sockets and timers of all others wait.
 */
export function createTurnstile(): Turnstile {
  const waiting: (() => void)[] = []
  let isTurning = false

  function turnRound(): void {
    const startedAt = performance.now()
    while (performance.now() - startedAt < ROUND_MS) {
      const work = waiting.shift()
      if (!work) {
        isTurning = false
        return
      }
      work()
    }
    setImmediate(turnRound)
  }

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(work())
          } catch (error) {
            reject(error as Error)
          }
        })
        if (isTurning) return
        isTurning = true
        setImmediate(turnRound)
      }),
  }
}
