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
  /** the sync engine's: whenever it sets out, the key is looked after */
  readonly sync: ReadonlySignal<SyncState>
}

export type ConfidentialDesk = ConfidentialVisits & { readonly close: () => void }

const ONLY = 'only'
/** Nothing of a row stands open: neither when nor where. */
const NO_KEYS = { area: '', state: '', at: '' }
/** how old the key may be before it is asked for again */
const KEY_FRESH_MS = 12 * 60 * 60_000
/** Our own choice: apart from what else the phone sends, and short enough that it is still awake. */
const LEAST_PAUSE_MS = 10_000
const MOST_PAUSE_MS = 5 * 60_000

const SIGNED_OUT: ReadonlySet<FaultCode> = new Set(['signed-out', 'device-of-another', 'device-revoked'])
/** Said of one message, which stays; the others are not held up by it. */
const ABOUT_ONE_MESSAGE: ReadonlySet<FaultCode> = new Set(['bad-request', 'wrong-state', 'too-large'])

/**
 * Seals requests for a confidential visit at once and keeps them, sealed, until the server has each. They leave after
 * a pause by chance, so that no sync of the same moment tells whose they are. Rules in shared/confidential/SPEC.md.
 */
export async function openConfidentialDesk(ports: Ports): Promise<ConfidentialDesk> {
  const { records, api, clock } = ports
  const [stored] = await records.all('caseWorkersKey')
  const key = signal<Found<CaseWorkersKey> | null>(stored ?? null)
  let keyAskedAt = 0
  let closed = false
  let callOff: (() => void) | null = null

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

  /** One departure is planned at a time: what waits goes with it. */
  function departLater(): void {
    if (closed) return
    const pauseMs = LEAST_PAUSE_MS + ports.chance() * (MOST_PAUSE_MS - LEAST_PAUSE_MS)
    callOff ??= clock.after(pauseMs, () => void depart())
  }

  function lookAfter(): void {
    void alone(fetchKey)
    departLater()
  }

  async function depart(): Promise<void> {
    callOff = null
    const refused = await alone(async () => (await sendWaiting()) ?? fetchKey())
    if (!refused || !FAULTS[refused.fault].retry || closed) return
    ports.connectivity.askForWake()
    departLater()
  }

  async function alone(task: () => Promise<Fault | null>): Promise<Fault | null> {
    try {
      return await ports.locks.alone(ports.lockName, () => (closed ? Promise.resolve(null) : task()))
    } catch {
      return fault('server-error')
    }
  }

  const isSetOut = computed(() => ports.sync.value.kind === 'sending')
  const unwatch = isSetOut.subscribe((now) => {
    if (now) lookAfter()
  })
  // The first sync may be over before this part of the program is here.
  lookAfter()

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
      // A departure that stood already might be but a moment away.
      callOff?.()
      callOff = null
      departLater()
      return 'saved'
    },
    close() {
      closed = true
      unwatch()
      callOff?.()
      records.close()
    },
  }
}
