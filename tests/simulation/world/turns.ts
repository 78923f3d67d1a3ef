import type { Clock } from '../../../client/ports/clock.ts'
import type { Locks } from '../../../client/ports/locks.ts'
import type { Bustle } from './bustle.ts'

const FROZEN_AFTER_MS = 60_000

type Turn = { readonly page: object }
type Waiting = { readonly turn: Turn; readonly start: () => void; readonly callOff: () => void }

/** The lock that the pages of one phone share, as client/platform/locks.ts builds it on Web Locks: stolen after a minute. */
export class Turns {
  #holder: Turn | null = null
  readonly #waiting: Waiting[] = []
  readonly #clock: Clock
  readonly #bustle: Bustle

  constructor(clock: Clock, bustle: Bustle) {
    this.#clock = clock
    this.#bustle = bustle
  }

  /** The locks as one page sees them. */
  of(page: object): Locks {
    return { alone: (_name, task) => this.#alone(page, task) }
  }

  /** A page that is gone holds nothing and waits for nothing. */
  leave(page: object): void {
    for (const one of this.#waiting.filter(({ turn }) => turn.page === page)) {
      one.callOff()
      this.#waiting.splice(this.#waiting.indexOf(one), 1)
    }
    if (this.#holder?.page === page) this.#next()
  }

  async #alone<Result>(page: object, task: () => Promise<Result>): Promise<Result> {
    const turn = { page }
    if (this.#holder) await this.#wait(turn)
    this.#holder = turn
    const done = this.#bustle.begin(page)
    try {
      return await task()
    } finally {
      done()
      // Who was stolen from has nothing to give back.
      if (this.#holder === turn) this.#next()
    }
  }

  #wait(turn: Turn): Promise<void> {
    return new Promise((resolve) => {
      const waiting: Waiting = { turn, start: resolve, callOff: () => callOff() }
      const callOff = this.#clock.after(FROZEN_AFTER_MS, () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
        resolve()
      })
      this.#waiting.push(waiting)
    })
  }

  #next(): void {
    const next = this.#waiting.shift()
    this.#holder = next?.turn ?? null
    next?.callOff()
    next?.start()
  }
}
