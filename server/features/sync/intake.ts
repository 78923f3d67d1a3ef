import type { Database, Transaction } from '../../database/database.ts'
import type { Actor } from '../../platform/actor.ts'
import { hashOf } from '../../platform/hash.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Logger } from '../../platform/log.ts'
import { isStorageError } from '../../database/storage-error.ts'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import * as z from 'zod/mini'
import { householdIdSchema, surveyIdSchema, type ChangeId } from '../../../shared/ids.ts'
import { streamOf } from '../../../shared/population/area.ts'
import { changeEnvelopeSchema, changeSchema } from '../../../shared/sync/change.ts'
import type { ChangeResult } from '../../../shared/sync/protocol.ts'
import { newId } from '../../platform/ids.ts'
import { applyChange, type ApplyStores } from './apply-change.ts'
import type { DeviceStore } from './device-store.ts'

// Others wait for the writer: a transaction ends after so many changes or so much time.
const MAX_CHANGES_PER_TRANSACTION = 25
const MAX_TRANSACTION_MS = 8

/** The part of a change that says which survey it is about. */
const aboutSchema = z.object({ survey: surveyIdSchema, household: householdIdSchema })

/** Hash of what was received; nested too deep to walk through, it goes by the device's order alone. */
function nameOf(body: unknown): string {
  try {
    return hashOf(body)
  } catch {
    const envelope = changeEnvelopeSchema.safeParse(body).data
    return hashOf({ tooDeep: envelope ?? null })
  }
}

export type Received = {
  readonly results: readonly ChangeResult[]
  /** sequence number that is waited for, where the request left a gap */
  readonly expected: number | null
}

export type Intake = {
  /** Takes a device's changes in their order; each is durable before its result is returned. */
  receive: (actor: Actor, changes: readonly unknown[]) => Promise<Received>
}

/**
 * Takes changes one by one: a bad one goes into quarantine and never holds up the others; one sent before gets
 * its first result again. Rules [S1] to [S8] of SPEC.md.
 */
export function createIntake(
  database: Database,
  epoch: string,
  audit: Audit,
  log: Logger,
  stores: ApplyStores & { readonly devices: DeviceStore },
): Intake {
  function takeOne(tx: Transaction, actor: Actor, body: unknown): ChangeResult | { expected: number } {
    const hash = nameOf(body)
    const expected = stores.devices.nextSeq(actor.device)
    const envelope = changeEnvelopeSchema.safeParse(body)
    const replayed = replay(actor, envelope.data?.id ?? null, hash)
    if (replayed && !isFault(replayed)) return replayed

    if (envelope.success && envelope.data.seq > expected) return { expected }
    // An unreadable change takes the place in which it came; a number used before is not waited for again.
    const isNew = !envelope.success || envelope.data.seq === expected
    if (isNew) stores.devices.setNextSeq(tx, actor.device, expected + 1)
    const outcome = replayed ?? (isNew ? apply(tx, actor, body, hash) : fault('reused-id'))
    return isFault(outcome) ? quarantine(tx, actor, body, hash, outcome) : outcome
  }

  /** The first result of the same bytes, or a fault where the id was used for others. */
  function replay(actor: Actor, id: ChangeId | null, hash: string): ChangeResult | Fault | null {
    const held = stores.quarantine.find(actor.device, hash)
    if (held) return held as ChangeResult
    const logged = id === null ? null : stores.changes.find(id)
    if (!logged) return null
    return logged.hash === hash && logged.device === actor.device
      ? (logged.result as ChangeResult)
      : fault('reused-id')
  }

  function apply(tx: Transaction, actor: Actor, body: unknown, hash: string): ChangeResult | Fault {
    const parsed = changeSchema.safeParse(body)
    if (!parsed.success) return fault('unknown-shape')
    try {
      // A savepoint of its own: what a bad change wrote before it failed is taken back, and the others go on.
      return database.write(() => applyChange(tx, actor, parsed.data, body, hash, epoch, stores))
    } catch (error) {
      if (isStorageError(error)) throw error
      log.error({ err: error, change: parsed.data.id }, 'a change could not be applied')
      return fault('cannot-apply')
    }
  }

  function quarantine(
    tx: Transaction,
    actor: Actor,
    body: unknown,
    hash: string,
    reason: Fault,
  ): ChangeResult {
    const id = changeEnvelopeSchema.safeParse(body).data?.id ?? null
    // What it is about can often be read though it cannot be applied: later changes must join it.
    const about = aboutSchema.safeParse(body).data
    const result: ChangeResult = {
      outcome: 'quarantined',
      survey: null,
      version: 0,
      conflicts: 0,
      refused: null,
      fault: reason.fault,
      receipt: { change: id ?? newId<ChangeId>(), hash, epoch, at: tx.at.toISOString() },
    }
    const area =
      about && (stores.surveys.find(about.survey) ?? stores.households.known(about.household))?.area
    const home = actor.areas[0]
    stores.quarantine.keep(tx, actor, {
      change: id,
      survey: about?.survey ?? null,
      // Somebody must see it: where it lies unknown, the author's own supervisors do.
      stream: area ? streamOf(area) : home ? streamOf({ ...home, rw: home.rw ?? '000' }) : null,
      fault: reason.fault,
      hash,
      result,
      body,
    })
    return result
  }

  function takeBatch(actor: Actor, changes: readonly unknown[], results: ChangeResult[]): number | null {
    return database.write((tx) => {
      const startedAt = performance.now()
      const before = results.length
      let expected: number | null = null
      while (results.length < changes.length && expected === null) {
        const outcome = takeOne(tx, actor, changes[results.length])
        if ('expected' in outcome) expected = outcome.expected
        else results.push(outcome)
        const taken = results.length - before
        if (taken >= MAX_CHANGES_PER_TRANSACTION || performance.now() - startedAt > MAX_TRANSACTION_MS) break
      }
      if (results.length > before) {
        audit.append(tx, {
          account: actor.account,
          device: actor.device,
          action: 'sync.push',
          detail: {
            changes: results.length - before,
            quarantined: results.slice(before).filter(({ outcome }) => outcome === 'quarantined').length,
          },
        })
      }
      return expected
    })
  }

  return {
    receive: async (actor, changes) => {
      const results: ChangeResult[] = []
      while (results.length < changes.length) {
        const expected = takeBatch(actor, changes, results)
        if (expected !== null) return { results, expected }
        if (results.length < changes.length) await new Promise((resume) => setImmediate(resume))
      }
      return { results, expected: null }
    },
  }
}
