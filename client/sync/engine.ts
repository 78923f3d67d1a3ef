import { computed, signal } from '@preact/signals'
import { FAULTS, fault, isFault, type Fault, type FaultCode } from '../../shared/faults.ts'
import type { Clock } from '../ports/clock.ts'
import type { Connectivity } from '../ports/connectivity.ts'
import type { Locks } from '../ports/locks.ts'
import type { SyncEngine, SyncState } from '../ports/sync.ts'
import { exchangeAll, type SyncPorts } from './exchange.ts'
import { retryDelayMs } from './retry-delay.ts'

type Ports = SyncPorts & {
  readonly locks: Locks
  readonly connectivity: Connectivity
  readonly clock: Clock
  /** from 0 to 1 */
  readonly chance: () => number
  /** of the lock under which the tabs of one device take turns */
  readonly lockName: string
}

type Phase =
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'sending'
      readonly sent: number
      readonly total: number
      readonly received: number
      readonly expected: number
    }
  | { readonly kind: 'reached' }
  | { readonly kind: 'offline'; readonly fault: Fault; readonly retryAt: string }
  | { readonly kind: 'stopped'; readonly fault: Fault }

/** Only a sign-in, an update or a supervisor ends these; and time alone the last one. */
const NOT_TO_BE_HURRIED: ReadonlySet<FaultCode> = new Set([
  'signed-out',
  'device-of-another',
  'device-revoked',
  'protocol-too-old',
  'busy',
])

const REGULAR_MS = 5 * 60_000
const AFTER_EDIT_MS = 15_000
const AFTER_SUBMISSION_MS = 2_000

/** Keeps one device and the server together. Needs no page: only ports. */
export function createSyncEngine(ports: Ports): SyncEngine {
  const { store, clock, connectivity, locks } = ports
  const phase = signal<Phase>({ kind: 'starting' })
  const timers = new Map<'regular' | 'work' | 'retry', () => void>()
  let failures = 0
  let running: Promise<void> | null = null
  let again = false
  let ended = false

  function schedule(name: 'regular' | 'work' | 'retry', ms: number, act: () => void): void {
    timers.get(name)?.()
    if (!ended) timers.set(name, clock.after(ms, act))
  }

  async function run(): Promise<void> {
    timers.get('retry')?.()
    let progress = { sent: 0, total: 0, received: 0, expected: 0 }
    const show = (next: Partial<typeof progress>) => {
      progress = { ...progress, ...next }
      phase.value = { kind: 'sending', ...progress }
    }
    const outcome = await exchangeAll(
      ports,
      (waiting) => show({ total: progress.sent + waiting }),
      (round) => {
        const received = progress.received + round.received
        show({ sent: progress.sent + round.sent, received, expected: received + round.remaining })
      },
    )
    if (isFault(outcome)) {
      failWith(outcome)
    } else {
      failures = 0
      phase.value = { kind: 'reached' }
    }
  }

  function failWith(reason: Fault): void {
    // Once the device is closed there is nothing to try again, and nobody to tell.
    if (ended) return
    if (!FAULTS[reason.fault].retry) {
      phase.value = { kind: 'stopped', fault: reason }
      return
    }
    failures += 1
    const delay = Number(reason.detail?.['pauseMs']) || retryDelayMs(failures, ports.chance())
    const retryAt = new Date(clock.now().getTime() + delay).toISOString()
    phase.value = { kind: 'offline', fault: reason, retryAt }
    again &&= reason.fault !== 'busy'
    connectivity.askForWake()
    schedule('retry', delay, () => void sync())
  }

  async function runUntilQuiet(): Promise<void> {
    do {
      again = false
      await locks.alone(ports.lockName, () => (ended ? Promise.resolve() : run()))
    } while (again && !ended)
  }

  function sync(): Promise<void> {
    if (running) again = true
    running ??= runUntilQuiet()
      // A bug must not look like waiting: it is shown and tried again. Its message may hold an answer, its name not.
      .catch((error: unknown) =>
        failWith(fault('server-error', { thrown: error instanceof Error ? error.name : typeof error })),
      )
      .finally(() => (running = null))
    return running
  }

  /**
   * Nobody has signed in again, and no update has come, just because something happened; and the pause that a busy
   * server asked for is cut short by nobody but the person at the button.
   */
  function isToWait(): boolean {
    const now = phase.peek()
    const isFixed = now.kind === 'stopped' || (now.kind === 'offline' && new Date(now.retryAt) > clock.now())
    return isFixed && NOT_TO_BE_HURRIED.has(now.fault.fault)
  }

  const syncUnlessStopped = () => void (isToWait() || sync())

  function keepRegular(): void {
    schedule('regular', REGULAR_MS, () => {
      syncUnlessStopped()
      keepRegular()
    })
  }

  return {
    state: computed(() => stateOf(phase.value, store.unsent.value, store.lastAt.value)),
    sync,
    start() {
      const unhint = connectivity.listen((hint) => {
        // A background sync is for pages that sleep: one that waits to try again would try without a pause.
        if (hint === 'service-worker' && phase.peek().kind === 'offline') return
        syncUnlessStopped()
      })
      const unwork = store.onWork((work) =>
        schedule('work', work === 'edit' ? AFTER_EDIT_MS : AFTER_SUBMISSION_MS, syncUnlessStopped),
      )
      keepRegular()
      void sync()
      return () => {
        ended = true
        unhint()
        unwork()
        timers.forEach((cancel) => cancel())
      }
    },
  }
}

function stateOf(phase: Phase, waiting: number, lastAt: string | null): SyncState {
  if (phase.kind !== 'reached') return { ...phase, waiting, lastAt }
  return waiting === 0 && lastAt !== null
    ? { kind: 'up-to-date', at: lastAt }
    : { kind: 'waiting', waiting, lastAt }
}
