import type { Database, Transaction } from '../../database/database.ts'
import { isStorageError } from '../../database/storage-error.ts'
import type { WriteJob } from '../../database/write-queue.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Logger } from '../../platform/log.ts'
import { fault, isFault, type Fault, type FaultCode } from '../../../shared/faults.ts'
import type { ChangeId } from '../../../shared/ids.ts'
import { areaSchema, streamOf } from '../../../shared/population/area.ts'
import type { ChangeResult } from '../../../shared/sync/protocol.ts'
import type { ScopeStore } from '../../records/scope-store.ts'
import { applyChange, type ApplyStores, type Sender } from './apply-change.ts'
import type { DeviceStore } from './device-store.ts'
import type { ReceivedChange } from './received-change.ts'
import { areaOfPatch } from './target-survey.ts'

/** Changes after which another request has its turn. */
const CHANGES_PER_STEP = 3

export type IntakeParts = {
  readonly database: Database
  readonly epoch: string
  readonly audit: Audit
  readonly log: Logger
  readonly stores: ApplyStores & { readonly devices: DeviceStore; readonly scopes: ScopeStore }
}

export type Received = {
  readonly results: readonly ChangeResult[]
  /** sequence number that is waited for, where the request left a gap */
  readonly expected: number | null
}

/** What one transaction takes of a request: how many results there were before it. */
type Part = { readonly from: number }

/** One step of it. Between two steps another request of the same device may have its own. */
type Turn = { readonly sender: Sender; nextSeq: number }

/** The changes of one request on their way through transactions that they share with other requests. */
export function createIntakeJob(
  { database, epoch, audit, log, stores }: IntakeParts,
  { actor, hold }: { readonly actor: Actor; readonly hold: FaultCode | null },
  changes: readonly ReceivedChange[],
): WriteJob & { readonly received: () => Received } {
  const results: ChangeResult[] = []
  let expected: number | null = null
  let part: Part | null = null

  const holding: Sender['holding'] = (place, scopeVersion) =>
    stores.scopes.holding(actor.account, place, scopeVersion)

  function takeSome(tx: Transaction, turn: Turn, isCareful: boolean): boolean {
    for (const received of changes.slice(results.length, results.length + CHANGES_PER_STEP)) {
      const outcome = takeOne(tx, received, turn, isCareful)
      if ('expected' in outcome) {
        expected = outcome.expected
        return true
      }
      results.push(outcome)
    }
    return results.length === changes.length
  }

  function takeOne(tx: Transaction, received: ReceivedChange, now: Turn, isCareful: boolean) {
    const { envelope } = received
    const replayed = replay(received, now.sender)
    if (replayed && !isFault(replayed)) return replayed

    if (envelope && envelope.seq > now.nextSeq) return { expected: now.nextSeq }
    // An unreadable change takes the place in which it came; a number used before is not waited for again.
    const isNew = !envelope || envelope.seq === now.nextSeq
    if (isNew) now.nextSeq += 1
    const outcome = replayed ?? (isNew ? apply(tx, received, now.sender, isCareful) : fault('reused-id'))
    return isFault(outcome) ? quarantine(tx, received, now.sender, outcome) : outcome
  }

  /** The first result of the same bytes, or a fault where the id was used for others. */
  function replay({ envelope, hash }: ReceivedChange, { hasHeld }: Sender): ChangeResult | Fault | null {
    const held = hasHeld ? stores.quarantine.find(actor.device, hash) : null
    if (held) return held as ChangeResult
    const logged = envelope && stores.changes.find(envelope.id)
    if (!logged) return null
    return logged.hash === hash && logged.device === actor.device
      ? (logged.result as ChangeResult)
      : fault('reused-id')
  }

  function apply(
    tx: Transaction,
    received: ReceivedChange,
    sender: Sender,
    isCareful: boolean,
  ): ChangeResult | Fault {
    const { change } = received
    if (hold !== null) return fault(hold)
    if (!change) return fault('unknown-shape')
    if (!isCareful) return applyChange(tx, sender, { ...received, change }, stores)
    try {
      // A savepoint of its own: what a bad change wrote before it failed is taken back, and the others go on.
      return database.write(() => applyChange(tx, sender, { ...received, change }, stores))
    } catch (error) {
      if (isStorageError(error)) throw error
      log.error({ err: error, change: change.id }, 'a change could not be applied')
      return fault('cannot-apply')
    }
  }

  function quarantine(
    tx: Transaction,
    { envelope, about, change, hash, text }: ReceivedChange,
    sender: Sender,
    reason: Fault,
  ): ChangeResult {
    const result: ChangeResult = {
      outcome: 'quarantined',
      survey: null,
      version: 0,
      conflicts: 0,
      refused: null,
      fault: reason.fault,
      receipt: { change: envelope?.id ?? newId<ChangeId>(), hash, epoch, at: tx.at.toISOString() },
    }
    const known =
      about && (stores.surveys.find(about.survey) ?? stores.households.known(about.household))?.area
    const area = known ?? (change && areaSchema.safeParse(areaOfPatch(change.patch)).data)
    const home = actor.areas[0]
    stores.quarantine.keep(tx, actor, {
      change: envelope?.id ?? null,
      // Later changes of the survey must join it.
      survey: about?.survey ?? null,
      // Somebody must see it: where it lies unknown, the author's own supervisors do.
      stream: area ? streamOf(area) : home ? streamOf({ ...home, rw: home.rw ?? '000' }) : null,
      fault: reason.fault,
      hash,
      result,
      body: text,
    })
    sender.hasHeld = true
    return result
  }

  return {
    step: (tx, isCareful) => {
      part ??= { from: results.length }
      const hasHeld = stores.quarantine.hasOf(actor.device)
      const nextSeq = stores.devices.nextSeq(actor.device)
      const turn: Turn = { sender: { actor, epoch, hasHeld, isRelease: false, holding }, nextSeq }
      const isDone = takeSome(tx, turn, isCareful)
      // Now, not at the end: the same device may have another request in this transaction.
      if (turn.nextSeq !== nextSeq) stores.devices.setNextSeq(tx, actor.device, turn.nextSeq)
      return isDone
    },
    seal: (tx) => {
      const taken = results.slice(part?.from)
      if (!part || taken.length === 0) return
      const quarantined = taken.filter(({ outcome }) => outcome === 'quarantined').length
      audit.append(tx, {
        account: actor.account,
        device: actor.device,
        action: 'sync.push',
        detail: { changes: taken.length, quarantined },
      })
    },
    settle: (isDurable) => {
      if (!isDurable && part) {
        results.length = part.from
        expected = null
      }
      part = null
    },
    received: () => ({ results, expected }),
  }
}
