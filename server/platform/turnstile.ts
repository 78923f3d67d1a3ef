/** What one turn of the event loop may take for it; a piece of work that has begun is not cut. */
const ROUND_MS = 2

export type Turnstile = {
  /** Does the work when it is its turn. A piece should take some milliseconds at most. */
  readonly run: <Result>(work: () => Result) => Promise<Result>
  /**
   * Does the work soon, in a turn of the event loop in which nothing else of here is done; every second turn is left to
   * the others, as long as any of them wait. For one long piece at a time, as a transaction is.
   */
  readonly alone: (work: () => void) => void
}

/**
 * Does work piece by piece in its order, and lets the event loop turn in between: what many requests ask at the same
 * time would otherwise be done in one go, while sockets and timers of all others wait.
 * @param nowMs counts up, from anywhere
 */
export function createTurnstile(nowMs: () => number = () => performance.now()): Turnstile {
  const waiting: (() => void)[] = []
  const long: (() => void)[] = []
  let isTurning = false
  let wasLong = false

  function turn(): void {
    const work = wasLong && waiting.length > 0 ? undefined : long.shift()
    wasLong = work !== undefined
    try {
      if (work) work()
      else doSome()
    } finally {
      isTurning = false
      keepTurning()
    }
  }

  function doSome(): void {
    const startedAt = nowMs()
    do waiting.shift()?.()
    while (waiting.length > 0 && nowMs() - startedAt < ROUND_MS)
  }

  function keepTurning(): void {
    if (isTurning || waiting.length + long.length === 0) return
    isTurning = true
    setImmediate(turn)
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
        keepTurning()
      }),
    alone: (work) => {
      long.push(work)
      keepTurning()
    },
  }
}
