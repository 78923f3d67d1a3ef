import type { Database, Transaction } from './database.ts'
import { isStorageError } from './storage-error.ts'

// Nobody else has a turn meanwhile: a transaction ends after so much work, and what is left waits for the next one.
const MAX_TRANSACTION_MS = 5

/** Work that may take several transactions, which it shares with other work that waits. */
export type WriteJob = {
  /**
   * Does a little: some milliseconds at most.
   * @param isCareful an earlier try of the same work failed: what may fail again stands behind a savepoint
   * @returns true where nothing is left to do
   */
  readonly step: (tx: Transaction, isCareful: boolean) => boolean
  /** Ends its part of a transaction in which it had a step. */
  readonly seal: (tx: Transaction) => void
  /** All since the last settling is durable now, or was taken back and has to be done again. */
  readonly settle: (isDurable: boolean) => void
}

export type WriteQueue = {
  /** Resolves once all of the job is durable. Rejects with what made it impossible; then nothing undurable is left. */
  readonly run: (job: WriteJob) => Promise<void>
  /** The same for work of a single step. */
  readonly write: <Result>(work: (tx: Transaction) => Result) => Promise<Result>
  /** How many jobs wait. */
  readonly waiting: () => number
}

type Waiting = {
  readonly job: WriteJob
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers the writes of concurrent requests, so that all that came in during one commit share the next one: many
 * phones with few changes each wait for one disk sync together.
 * @param soon does the work in a later turn of the event loop, after what has arrived was read
 * @param nowMs counts up, from anywhere
 */
export function createWriteQueue(
  database: Pick<Database, 'write'>,
  soon: (work: () => void) => void = setImmediate,
  nowMs: () => number = () => performance.now(),
): WriteQueue {
  let queue: Waiting[] = []
  let isScheduled = false

  function schedule(): void {
    if (isScheduled || queue.length === 0) return
    isScheduled = true
    // Not at once: what has arrived meanwhile shares the transaction.
    soon(() => {
      isScheduled = false
      try {
        runTogether()
      } finally {
        schedule()
      }
    })
  }

  /** One transaction for as many jobs as it has time for, each by turns. */
  function runTogether(): void {
    const part = new Set<Waiting>()
    const ended = new Set<Waiting>()
    try {
      database.write((tx) => {
        const startedAt = nowMs()
        do {
          const next = queue.shift()
          if (!next) break
          part.add(next)
          if (next.job.step(tx, false)) ended.add(next)
          else queue.push(next)
        } while (nowMs() - startedAt < MAX_TRANSACTION_MS)
        for (const { job } of part) job.seal(tx)
      })
    } catch (error) {
      if (part.size === 0) return rejectAll(error)
      queue = queue.filter((one) => !part.has(one))
      for (const { job } of part) job.settle(false)
      if (isStorageError(error)) for (const { reject } of part) reject(error)
      else for (const one of part) runAlone(one)
      return
    }
    for (const one of part) one.job.settle(true)
    for (const { resolve } of ended) resolve()
  }

  /** No transaction could even begin, as on a closed or locked file: whoever waits has to ask again. */
  function rejectAll(error: unknown): void {
    const all = queue
    queue = []
    for (const { reject } of all) reject(error)
  }

  /** After a failure that may be anybody's: nobody suffers for another one's. */
  function runAlone(one: Waiting): void {
    const { job, resolve, reject } = one
    try {
      const isDone = database.write((tx) => {
        const done = job.step(tx, true)
        job.seal(tx)
        return done
      })
      job.settle(true)
      if (isDone) resolve()
      else queue.push(one)
    } catch (error) {
      job.settle(false)
      reject(error)
    }
  }

  const run = (job: WriteJob) =>
    new Promise<void>((resolve, reject) => {
      queue.push({ job, resolve, reject })
      schedule()
    })

  return {
    run,
    write: async <Result>(work: (tx: Transaction) => Result) => {
      let result: { readonly of: Result } | null = null
      await run({
        step: (tx) => {
          result = { of: work(tx) }
          return true
        },
        seal: () => undefined,
        settle: () => undefined,
      })
      return (result as unknown as { readonly of: Result }).of
    },
    waiting: () => queue.length,
  }
}
