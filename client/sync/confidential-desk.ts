import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { CaseWorkersKey } from '../../shared/api/confidential.ts'
import { FAULTS, fault, isFault, type Fault, type FaultCode } from '../../shared/faults.ts'
import type { Api } from '../ports/api.ts'
import type { Clock } from '../ports/clock.ts'
import type { ConfidentialBodies, ConfidentialSealer, ConfidentialVisits } from '../ports/confidential.ts'
import type { Connectivity } from '../ports/connectivity.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Locks } from '../ports/locks.ts'
import type { Found, Records } from '../ports/records.ts'
import type { SyncState } from '../ports/sync.ts'
import { retryDelayMs } from './retry-delay.ts'

type Ports = {
  readonly records: Records<ConfidentialBodies>
  readonly sealer: ConfidentialSealer
  readonly hasher: Hasher
  readonly api: Pick<Api, 'caseWorkersKey' | 'sendConfidential'>
  readonly locks: Locks
  readonly connectivity: Pick<Connectivity, 'askForWake'>
  readonly clock: Clock
  /** from 0 to 1 */
  readonly chance: () => number
  readonly lockName: string
  /** the sync engine's: whenever it sets out, so does this */
  readonly sync: ReadonlySignal<SyncState>
}

export type ConfidentialDesk = ConfidentialVisits & { readonly close: () => void }

const ONLY = 'only'
/** Nothing of a row stands open: neither when nor where. */
const NO_KEYS = { area: '', state: '', at: '' }
/** how old the key may be before it is asked for again */
const KEY_FRESH_MS = 12 * 60 * 60_000

const SIGNED_OUT: ReadonlySet<FaultCode> = new Set(['signed-out', 'device-of-another'])
/** Said of one message, which stays; the others are not held up by it. */
const ABOUT_ONE_MESSAGE: ReadonlySet<FaultCode> = new Set(['bad-request', 'wrong-state', 'too-large'])

/**
 * Seals requests for a confidential visit at once and keeps them, sealed, until the server has each. It goes its own
 * way beside the sync engine, wakes with it, and is seen nowhere. Rules in shared/confidential/SPEC.md.
 */
export async function openConfidentialDesk(ports: Ports): Promise<ConfidentialDesk> {
  const { records, api, clock } = ports
  const [stored] = await records.all('caseWorkersKey')
  const key = signal<Found<CaseWorkersKey> | null>(stored ?? null)
  let keyAskedAt = 0
  let failures = 0
  let running: Promise<void> | null = null
  let again = false
  let closed = false
  let cancelRetry = () => {}

  async function exchange(): Promise<Fault | null> {
    const refused = await sendWaiting()
    return refused ?? fetchKey()
  }

  async function sendWaiting(): Promise<Fault | null> {
    for (const waiting of await records.all('confidential')) {
      const outcome = await sendOne(waiting)
      if (outcome && !ABOUT_ONE_MESSAGE.has(outcome.fault)) return outcome
    }
    return null
  }

  async function sendOne({ id, body, mark }: Found<ConfidentialBodies['confidential']>) {
    const message = { id, ...body } as Parameters<Api['sendConfidential']>[0]
    const receipt = await api.sendConfidential(message)
    if (isFault(receipt)) return receipt
    // Only a receipt for these very bytes lets them go.
    if (receipt.id !== message.id || receipt.hash !== (await ports.hasher.hashOf(message))) {
      return fault('server-error')
    }
    const gone = await records.commit([{ table: 'confidential', id, kind: 'remove', over: mark }])
    return isFault(gone) ? gone : null
  }

  async function fetchKey(): Promise<Fault | null> {
    const now = clock.now().getTime()
    if (key.peek() && now - keyAskedAt < KEY_FRESH_MS) return null
    const fresh = await api.caseWorkersKey()
    if (isFault(fresh)) return fresh
    keyAskedAt = now
    if (key.peek()?.body.id === fresh.id) return null
    const over = key.peek()?.mark ?? null
    const saved = await records.commit([
      { table: 'caseWorkersKey', id: ONLY, kind: 'put', keys: NO_KEYS, body: fresh, over },
    ])
    if (isFault(saved)) return saved
    // After `stale` another tab was first; what is there now is as good.
    key.value = (await records.all('caseWorkersKey'))[0] ?? null
    return null
  }

  async function run(): Promise<void> {
    cancelRetry()
    const reason = await exchange()
    if (reason && FAULTS[reason.fault].retry) tryLater()
    else failures = 0
  }

  function tryLater(): void {
    if (closed) return
    failures += 1
    ports.connectivity.askForWake()
    cancelRetry = clock.after(retryDelayMs(failures, ports.chance()), () => void send())
  }

  async function runUntilQuiet(): Promise<void> {
    do {
      again = false
      await ports.locks.alone(ports.lockName, () => (closed ? Promise.resolve() : run()))
    } while (again && !closed)
  }

  function send(): Promise<void> {
    if (running) again = true
    running ??= runUntilQuiet()
      .catch(tryLater)
      .finally(() => (running = null))
    return running
  }

  const isSetOut = computed(() => ports.sync.value.kind === 'sending')
  const unwatch = isSetOut.subscribe((now) => void (now && send()))

  return {
    canAsk: computed(() => key.value !== null),
    isSignedOut: computed(() => {
      const state = ports.sync.value
      return state.kind === 'stopped' && SIGNED_OUT.has(state.fault.fault)
    }),
    async ask(request) {
      const to = key.peek()?.body
      if (!to) return 'no-key'
      const { id, ...body } = await ports.sealer.seal(to, { ...request, askedAt: clock.now().toISOString() })
      const saved = await records.commit([
        { table: 'confidential', id, kind: 'put', keys: NO_KEYS, body, over: null },
      ])
      if (isFault(saved)) return saved
      void send()
      return 'saved'
    },
    close() {
      closed = true
      unwatch()
      cancelRetry()
      records.close()
    },
  }
}
