/** The device's clock and timers: recorded, never trusted, and turned by hand in tests. */
export interface Clock {
  now(): Date
  /** Runs `act` once after `ms`; the answer calls it off. */
  after(ms: number, act: () => void): () => void
}
