import type { Fault } from '../../shared/faults.ts'
import type { ChangeId } from '../../shared/ids.ts'
import type { ChangeResult, SyncReply } from '../../shared/sync/protocol.ts'
import type { Ids } from '../ports/ids.ts'
import type { Records } from '../ports/records.ts'
import type { DeviceBodies, Progress } from './bodies.ts'
import { heal, toldAnew } from './heal-streams.ts'
import type { Memory } from './memory.ts'
import { commitPlan, type Plan } from './plan.ts'
import { makeOwn } from './own-surveys.ts'
import { purgeLeft } from './purge-left.ts'

export type RestOfReply = {
  readonly reply: SyncReply
  /** those whose receipt fits the change that was sent */
  readonly results: ReadonlyMap<ChangeId, ChangeResult>
  /** ids of the device's changes that the plan knows */
  readonly entries: readonly string[]
  /** that this device may hold from now on */
  readonly streams: ReadonlySet<string>
  /** the reply is of another history of the server: it was restored */
  readonly isNewHistory: boolean
  /** how far the device was before the reply, and when the request was made */
  readonly before: Progress
  readonly asked: Progress
}

/**
 * What a reply means for a device that has work of its own, or held something before: changes are settled, or
 * offered again, and what left its areas is purged.
 */
export function createRest(ports: { readonly memory: Memory; readonly ids: Pick<Ids, 'uuidv5'> }) {
  return {
    beforeNews(plan: Plan, { reply, results, entries, isNewHistory }: RestOfReply): void {
      if (isNewHistory) for (const id of entries) offerLost(plan, id, reply.backedUp)
      for (const [id, result] of results) takeResult(plan, id, result)
    },
    /** @returns false where a survey that the phone makes itself could not be made of what it holds */
    afterNews(plan: Plan, about: RestOfReply): boolean {
      const { reply, results, entries, streams, before } = about
      const isWhole = reply.own
        .map((own) => makeOwn(plan, own, results, reply, before.heals))
        .every((isMade) => isMade)
      for (const id of bySeq(plan, entries)) settle(plan, id, reply.epoch, streams)
      if (isWhole) purgeLeft(plan, ports, { reply, streams, entries, told: toldAnew(about) })
      return isWhole
    },
    heal: (plan: Plan, about: RestOfReply) => heal(plan, ports.memory, about),
  }
}

/** A restored server says what its copy holds of this device: that it has, whatever was said before. Rule [B6]. */
function offerLost(plan: Plan, id: string, heldUpTo: number): void {
  const seq = plan.get('outbox', id)?.body.change.seq ?? 0
  if (seq > heldUpTo) offerAgain(plan, id)
}

/**
 * Offers again what was sent from a number on: the server waits for it.
 * @returns false where this device does not hold that change
 */
export function offerAgainFrom(
  ports: { readonly memory: Memory; readonly records: Records<DeviceBodies> },
  seq: number,
): Promise<boolean | Fault> {
  return commitPlan(
    ports,
    () => ports.records.all('outbox'),
    (plan, all) => {
      plan.know(all)
      for (const { id, body } of all) if (body.change.seq >= seq) offerAgain(plan, id)
      return all.some(({ body }) => body.change.seq === seq)
    },
  )
}

/** The server lost it, or may have: without its receipt it waits for a new one. */
function offerAgain(plan: Plan, id: string): void {
  const row = plan.get('outbox', id)
  if (!row || row.keys.state === 'waiting') return
  plan.put('outbox', id, { ...row.keys, state: 'waiting' }, { ...row.body, result: null })
}

function takeResult(plan: Plan, id: ChangeId, result: ChangeResult): void {
  const row = plan.get('outbox', id)
  if (!row) return
  const state = result.outcome === 'applied' ? 'received' : 'quarantined'
  plan.put('outbox', id, { ...row.keys, state }, { ...row.body, result })
}

/**
 * A received change is settled once the survey that this device holds has it, or once its area is no longer the
 * device's: no news will bring that survey.
 */
function settle(plan: Plan, id: string, epoch: string, streams: ReadonlySet<string>): void {
  const row = plan.get('outbox', id)
  const result = row?.body.result
  if (!row || row.keys.state !== 'received' || !result?.survey) return
  const survey = plan.get('surveys', result.survey)
  const isHere = survey && survey.body.epoch === epoch && survey.body.record.version >= result.version
  if (!isHere && streams.has(row.keys.area)) return
  plan.put('outbox', id, { ...row.keys, state: 'settled' }, row.body)
  if (!survey) return
  const { seq, command } = row.body.change
  plan.put('surveys', result.survey, survey.keys, {
    ...survey.body,
    receivedAt: result.receipt.at,
    receivedSeq: Math.max(seq, survey.body.receivedSeq ?? 0),
    refused: command ? result.refused : survey.body.refused,
  })
}

function bySeq(plan: Plan, entries: readonly string[]): readonly string[] {
  const seqOf = (id: string) => plan.get('outbox', id)?.body.change.seq ?? 0
  return entries.toSorted((a, b) => seqOf(a) - seqOf(b))
}
