import type { Clock } from '../../../client/ports/clock.ts'

type Timer = { readonly due: number; readonly act: () => void }

const SLEEPS_AFTER_MS = 15 * 60_000

/** A phone's clock: what it shows may jump by years, its timers go by what really passed. */
export class DeviceClock implements Clock {
  #passed = 0
  #shown: number
  readonly #timers = new Set<Timer>()

  constructor(shown: Date) {
    this.#shown = shown.getTime()
  }

  now(): Date {
    return new Date(this.#shown + this.#passed)
  }

  after(ms: number, act: () => void): () => void {
    const timer = { due: this.#passed + ms, act }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  /** Somebody set it, or its battery was empty. */
  jump(ms: number): void {
    this.#shown += ms
  }

  /**
   * Lets time pass; whoever a timer wakes has done what it can before the next one is due. For longer than a quarter
   * of an hour the phone sleeps, and its timers are late.
   */
  async pass(ms: number, settle: () => Promise<void>): Promise<void> {
    const until = this.#passed + ms
    if (ms > SLEEPS_AFTER_MS) this.#passed = until
    const slept = [...this.#timers]
    for (;;) {
      const next = this.#nextBefore(until, ms > SLEEPS_AFTER_MS ? slept : [...this.#timers])
      if (!next) break
      this.#timers.delete(next)
      this.#passed = Math.max(this.#passed, next.due)
      next.act()
      await settle()
    }
    this.#passed = until
  }

  #nextBefore(until: number, timers: readonly Timer[]): Timer | null {
    return timers
      .filter((timer) => this.#timers.has(timer) && timer.due <= until)
      .reduce<Timer | null>((first, timer) => (first && first.due <= timer.due ? first : timer), null)
  }
}
