import type { Fault } from '../../shared/faults.ts'
import type { ChangeId } from '../../shared/ids.ts'
import type { ChangeResult } from '../../shared/sync/protocol.ts'
import type { Ids } from '../ports/ids.ts'
import type { Records } from '../ports/records.ts'
import type { SyncStore } from '../ports/sync-store.ts'
import type { DeviceBodies } from './bodies.ts'
import type { Healing } from './healing.ts'
import type { Memory } from './memory.ts'
import { commitPlan, type Plan } from './plan.ts'
import { makeOwn } from './own-surveys.ts'
import { purgeLeft } from './purge-left.ts'
import type { RestOfReply } from './rest-of-reply.ts'
import { noteProgress, progressOf, streamsAfter, takeNews } from './take-reply.ts'

type Ports = {
  readonly memory: Memory
  readonly records: Records<DeviceBodies>
  readonly ids: Pick<Ids, 'uuidv5'>
  readonly healing: Healing
}

/**
 * Takes a reply by a device that has work of its own, or held something before: changes are settled, or offered
 * again, what left its areas is purged, and what is other than the server's is pulled anew.
 * @returns `partly` where there is more to ask for at once
 */
export function takeWhole(
  ports: Ports,
  ...[reply, results, askedUnder]: Parameters<SyncStore['take']>
): Promise<'saved' | 'partly' | Fault> {
  const isOfAnother = askedUnder !== null && askedUnder !== reply.epoch
  return commitPlan(
    ports,
    async () => (isOfAnother ? ports.records.where('outbox', 'state', 'settled') : []),
    (plan, settled) => {
      const before = progressOf(plan, ports.memory)
      if (before.epoch !== askedUnder) return 'saved'
      plan.know(settled)
      const entries = [...new Set([...settled.map(({ id }) => id), ...ports.memory.tables.outbox.keys()])]
      const isNewHistory = before.epoch !== null && before.epoch !== reply.epoch
      const streams = streamsAfter(before, reply)
      return takeAll(plan, ports, { reply, results, entries, streams, isNewHistory, before })
    },
  )
}

function takeAll(plan: Plan, ports: Ports, about: RestOfReply): 'saved' | 'partly' {
  const { reply, results, entries, streams, isNewHistory, before } = about
  const { healing } = ports
  if (isNewHistory) for (const id of entries) offerLost(plan, id, reply.backedUp)
  for (const [id, result] of results) takeResult(plan, id, result)
  for (const result of reply.released) takeRelease(plan, result)

  healing.makeWay(plan, about)
  for (const news of reply.news) takeNews(plan, news, reply)
  // Without its own part of the news, the phone asks for all of them again.
  const isWhole = reply.own.map((own) => makeOwn(plan, own, results, reply)).every((isMade) => isMade)
  healing.mark(plan, about)

  for (const id of bySeq(plan, entries)) settle(plan, id, reply.epoch, streams)
  if (isWhole) purgeLeft(plan, ports, { reply, streams, entries, told: healing.toldAnew(about) })
  noteProgress(plan, before, reply, {
    ...(isNewHistory ? {} : before.cursors),
    ...(isWhole ? reply.cursors : {}),
  })
  const isSame = healing.compare(plan, about)
  return isWhole && isSame ? 'saved' : 'partly'
}

/**
 * A restored server says what its copy holds of this device: that it has, whatever was said before. What was held and
 * released is asked for all the same: in an older copy it is held still. Rule [B6].
 */
function offerLost(plan: Plan, id: string, heldUpTo: number): void {
  const body = plan.get('outbox', id)?.body
  if (!body) return
  const isReleased = body.result?.outcome === 'applied' && body.result.fault !== null
  if (body.change.seq > heldUpTo || isReleased) offerAgain(plan, id)
}

/**
 * Offers again what was sent from a number on: the server waits for it.
 * @returns the first number offered, a later one where this device has let go of those before; null for none
 */
export function offerAgainFrom(
  ports: { readonly memory: Memory; readonly records: Records<DeviceBodies> },
  seq: number,
): Promise<number | null | Fault> {
  return commitPlan(
    ports,
    () => ports.records.all('outbox'),
    (plan, all) => {
      plan.know(all)
      for (const { id, body } of all) if (body.change.seq >= seq) offerAgain(plan, id)
      const offered = all.map(({ body }) => body.change.seq).filter((one) => one >= seq)
      return offered.length > 0 ? Math.min(...offered) : null
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

/** A held change has its effect now: as if it had been received just so. Rule [Q5]. */
function takeRelease(plan: Plan, result: ChangeResult): void {
  const { change, hash } = result.receipt
  const row = plan.get('outbox', change)
  if (row?.keys.state === 'quarantined' && row.body.hash === hash) takeResult(plan, change, result)
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
