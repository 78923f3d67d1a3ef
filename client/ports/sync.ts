import type { ReadonlySignal } from '@preact/signals'
import type { Fault } from '../../shared/faults.ts'

/** What is known about sending. `waiting` counts surveys; times are ISO instants, `lastAt` the last full sync. */
export type SyncState =
  /** not tried yet since the app was opened */
  | { readonly kind: 'starting'; readonly waiting: number; readonly lastAt: string | null }
  | {
      readonly kind: 'sending'
      /** changes */
      readonly sent: number
      readonly total: number
      /** households and surveys brought so far, and how many are expected in all */
      readonly received: number
      readonly expected: number
      readonly waiting: number
      readonly lastAt: string | null
    }
  /** the server has all and said so */
  | { readonly kind: 'up-to-date'; readonly at: string }
  /** the server was reached, but there is newer work */
  | { readonly kind: 'waiting'; readonly waiting: number; readonly lastAt: string | null }
  /** it will be tried again by itself */
  | {
      readonly kind: 'offline'
      readonly fault: Fault
      readonly waiting: number
      readonly lastAt: string | null
      readonly retryAt: string
    }
  /** it needs somebody: a sign-in, an update, a supervisor */
  | {
      readonly kind: 'stopped'
      readonly fault: Fault
      readonly waiting: number
      readonly lastAt: string | null
    }

export interface SyncEngine {
  readonly state: ReadonlySignal<SyncState>
  /**
   * Syncs, and from then on by itself: after work, on hints, every few minutes, and after a failure with growing
   * pauses. The answer ends it.
   */
  start(): () => void
  /** Syncs now: for the button and after signing in. Resolves when that sync has ended, well or not. */
  sync(): Promise<void>
}
