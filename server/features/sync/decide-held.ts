import { fault, isFault, type Fault, type FaultCode } from '../../../shared/faults.ts'
import type { HeldAct, HeldOutcome } from '../../../shared/api/quarantine.ts'
import type { AccountId, ChangeId, SurveyId } from '../../../shared/ids.ts'
import type { Area } from '../../../shared/population/area.ts'
import type { ChangeResult } from '../../../shared/sync/protocol.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { isStorageError } from '../../database/storage-error.ts'
import { holdsArea, type Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { hashOf } from '../../platform/hash.ts'
import { newId } from '../../platform/ids.ts'
import type { Logger } from '../../platform/log.ts'
import type { ScopeStore } from '../../records/scope-store.ts'
import { applyChange, prepareChange, type ApplyStores, type Sender } from './apply-change.ts'
import type { HeldChange } from './quarantine-store.ts'
import { readReceived } from './received-change.ts'

export type HeldParts = {
  readonly database: Database
  readonly epoch: string
  readonly audit: Audit
  readonly log: Logger
  readonly stores: ApplyStores & { readonly scopes: ScopeStore }
  /** enumerators who hold a place now */
  readonly holdersOf: (place: Area) => readonly { readonly account: AccountId; readonly name: string }[]
}

export type HeldDesk = {
  /** Decides on what is held, with what joined it; where somebody has before, nothing happens. */
  readonly decide: (actor: Actor, id: number, act: HeldAct) => HeldOutcome | Fault
  /** Where a release would bring it, or why it cannot be released. */
  readonly preview: (actor: Actor, held: HeldChange) => Area | Fault
}

/** True where a held change is the actor's to decide: it lies in their areas, or they answer for the whole city. */
export function mayDecide(
  actor: Pick<Actor, 'role' | 'areas'>,
  { stream }: Pick<HeldChange, 'stream'>,
): boolean {
  const [kelurahan = '', rw = ''] = (stream ?? '').split('/')
  return holdsArea(actor, { kelurahan, rw })
}

/**
 * What supervisors do with held changes: released, they are applied in their order and in their author's name, by the
 * rules of every change; only that the author never held the area is overridden. Rules [Q1] to [Q5] of SPEC.md.
 */
export function createHeldDesk({ database, epoch, audit, log, stores, holdersOf }: HeldParts): HeldDesk {
  const { quarantine, surveys, changes, scopes } = stores

  function senderOf(actor: Actor, { account, device }: HeldChange): Sender {
    return {
      actor: { account, device },
      hasHeld: true,
      isRelease: true,
      epoch,
      holding: (place, scopeVersion) => {
        if (!holdsArea(actor, place)) return 'never'
        const own = scopes.holding(account, place, scopeVersion)
        return own === 'never' ? 'then' : own
      },
    }
  }

  /** The change as it would be read today: a newer server may understand what an older one could not. */
  function readHeld(held: HeldChange) {
    const received = readReceived(JSON.parse(held.body))
    const { change } = received
    if (!change) return fault('unknown-shape')
    return changes.find(change.id) ? fault('reused-id') : { ...received, change }
  }

  function preview(actor: Actor, held: HeldChange): Area | Fault {
    const received = readHeld(held)
    if (isFault(received)) return received
    const prepared = prepareChange(senderOf(actor, held), received, stores)
    return isFault(prepared) ? prepared : prepared.target.survey.area
  }

  function release(tx: Transaction, actor: Actor, held: HeldChange): ChangeResult | Fault {
    const received = readHeld(held)
    if (isFault(received)) return received
    try {
      // A savepoint of its own: what it wrote before it failed is taken back.
      return database.write(() => applyChange(tx, senderOf(actor, held), received, stores))
    } catch (error) {
      if (isStorageError(error)) throw error
      log.error({ err: error, change: received.change.id }, 'a held change could not be applied')
      return fault('cannot-apply')
    }
  }

  /** In their order, up to the first that cannot be applied: that one waits with its own reason. */
  function releaseAll(
    tx: Transaction,
    actor: Actor,
    chain: readonly HeldChange[],
    act: HeldAct,
    handedTo?: string,
  ) {
    let last: SurveyId | null = null
    let released = 0
    for (const held of chain) {
      const result = release(tx, actor, held)
      if (isFault(result)) {
        quarantine.blame(tx, held.id, result.fault)
        break
      }
      const kind = act.kind === 'hand' ? 'hand' : 'release'
      // A phone that knows that it was held asks anew where an older copy comes back. Rule [B6].
      const told = { ...result, fault: held.fault, ...(handedTo !== undefined && { handedTo }) }
      quarantine.settle(tx, held.id, { kind, by: actor.account, reason: reasonOf(act) }, told)
      last = result.survey
      released += 1
    }
    return { last, released }
  }

  /** The survey is another enumerator's from now on: it comes to them as one that was given back, with a word. */
  function hand(
    tx: Transaction,
    actor: Actor,
    id: SurveyId,
    { to, note, handedTo }: HeldAct & { kind: 'hand' } & { readonly handedTo: string },
  ): void {
    const survey = surveys.find(id)
    if (!survey) return
    const version = survey.version + 1
    const body = { survey: id, version, command: { kind: 'hand', to } }
    changes.append(tx, {
      id: newId<ChangeId>(),
      device: actor.device,
      deviceSeq: null,
      account: actor.account,
      survey: id,
      hash: hashOf(body),
      result: { version },
      body: JSON.stringify(body),
    })
    const review = { reason: note, by: actor.name, at: tx.at.toISOString(), heir: to, handedTo }
    surveys.save(tx, { ...survey, author: to, status: 'returned', version, approvedSeq: null, review })
  }

  function carryOut(tx: Transaction, actor: Actor, held: HeldChange, wanted: HeldAct): number | Fault {
    const [first, ...joined] = held.isSettled ? [] : quarantine.chain(held)
    if (!first) return 0
    const place = preview(actor, first)
    if (wanted.kind === 'aside') {
      // What can have its effect is not put away; what is wrong with it is for the review to say.
      if (!isFault(place) || first.id !== held.id) return fault('wrong-state')
      quarantine.settle(tx, first.id, { kind: 'aside', by: actor.account, reason: wanted.reason }, null)
      return releaseAll(tx, actor, joined, wanted).released
    }
    if (wanted.kind === 'release' || isFault(place))
      return releaseAll(tx, actor, [first, ...joined], wanted).released
    const heir = holdersOf(place).find(({ account }) => account === wanted.to)
    if (!heir) return fault('out-of-area')
    const { last, released } = releaseAll(tx, actor, [first, ...joined], wanted, heir.name)
    if (last !== null) hand(tx, actor, last, { ...wanted, handedTo: heir.name })
    return released
  }

  return {
    preview,
    decide: (actor, id, wanted) =>
      database.write((tx) => {
        const held = quarantine.entry(id)
        if (!held || !mayDecide(actor, held)) return fault('not-found')
        const released = carryOut(tx, actor, held, wanted)
        if (isFault(released)) return released
        const left = quarantine.chain(quarantine.entry(id) ?? held)
        const why: FaultCode | null = left[0]?.fault ?? null
        audit.append(tx, {
          account: actor.account,
          device: actor.device,
          action: `quarantine.${wanted.kind}`,
          subject: held.survey ?? `quarantine/${id}`,
          ...(held.stream !== null && { area: held.stream }),
          detail: {
            held: held.fault,
            reason: reasonOf(wanted),
            to: wanted.kind === 'hand' ? wanted.to : null,
            released,
            left: left.length,
            fault: why,
          },
        })
        return { released, left: left.length, fault: why }
      }),
  }
}

function reasonOf(act: HeldAct): string {
  return act.kind === 'hand' ? 'handed' : act.reason
}
