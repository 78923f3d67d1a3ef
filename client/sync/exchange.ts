import { fault, isFault, type Fault } from '../../shared/faults.ts'
import {
  MAX_CHANGES_PER_REQUEST,
  PROTOCOL_VERSION,
  type ChangeResult,
  type SyncReply,
} from '../../shared/sync/protocol.ts'
import type { Api } from '../ports/api.ts'
import type { Receipts } from '../ports/receipts.ts'
import type { ChangeId, DeviceId } from '../../shared/ids.ts'
import type { Outgoing, SyncStore } from '../ports/sync-store.ts'

/** Where the work of one device comes from and goes to. */
export type SyncPorts = {
  readonly api: Pick<Api, 'sync'>
  readonly store: SyncStore & { readonly device: DeviceId }
  readonly receipts: Receipts
}

export type Exchanged = {
  /** changes that have a receipt now */
  readonly sent: number
  /** households and surveys that the reply brought */
  readonly received: number
  /** of those, how many further requests will bring */
  readonly remaining: number
  /** whether another request has something to do */
  readonly more: boolean
}

const NO_RESULTS: ReadonlyMap<ChangeId, ChangeResult> = new Map()

/** All round trips that bring this device and the server together. Rules in shared/sync/SPEC.md. */
export async function exchangeAll(
  { api, store, receipts }: SyncPorts,
  started: (waiting: number) => void,
  exchanged: (exchanged: Exchanged) => void,
): Promise<'completed' | Fault> {
  const gaps = new Set<number>()
  let limit = MAX_CHANGES_PER_REQUEST
  for (;;) {
    const outgoing = await store.outgoing(limit)
    if (isFault(outgoing)) return outgoing
    started(outgoing.waiting)
    const reply = await send({ api, store }, outgoing)
    if (isFault(reply)) {
      if (reply.fault !== 'too-large' || outgoing.changes.length < 2) return reply
      limit = Math.ceil(outgoing.changes.length / 2)
      continue
    }
    const isAnswered = reply.results.length + reply.released.length > 0
    const results = isAnswered ? await receipts.judge(outgoing.changes, reply) : NO_RESULTS
    if (isFault(results)) return results
    const taken = await store.take(reply, results, outgoing.epoch)
    if (isFault(taken)) return taken
    if (reply.expected !== null) {
      const mended = await mendGap(store, reply.expected, gaps)
      if (isFault(mended)) return mended
    } else if (results.size < outgoing.changes.length) {
      // Without a receipt that fits, nothing was received; sending more would pile up behind it.
      return fault('server-error', { unreceipted: outgoing.changes.length - results.size })
    }
    if (reply.remaining > 0 && reply.news.length === 0 && outgoing.changes.length === 0) {
      return fault('server-error', { remaining: reply.remaining })
    }
    const round = roundOf(outgoing, reply, results.size)
    exchanged(round)
    if (!round.more && taken === 'saved')
      return store.completed(reply.at).then((done) => (isFault(done) ? done : 'completed'))
  }
}

async function send({ api, store }: Pick<SyncPorts, 'api' | 'store'>, out: Outgoing) {
  store.showSending(new Set(out.changes.map(({ change }) => change.household)))
  try {
    return await api.sync({
      protocol: PROTOCOL_VERSION,
      device: store.device,
      epoch: out.epoch,
      cursors: { ...out.cursors },
      scope: out.scope,
      changes: out.changes.map(({ change }) => change),
      ...out.claims,
    })
  } finally {
    store.showSending(null)
  }
}

/** Goes back to the number that the server waits for; once, or it would go on for ever. */
async function mendGap(store: SyncStore, expected: number, gaps: Set<number>): Promise<'mended' | Fault> {
  const held = gaps.has(expected) ? false : await store.offerAgain(expected)
  if (isFault(held)) return held
  gaps.add(expected)
  return held ? 'mended' : fault('sequence-gap', { expected })
}

function roundOf(outgoing: Outgoing, reply: SyncReply, sent: number): Exchanged {
  return {
    sent,
    received: reply.news.filter(({ kind }) => kind !== 'leave').length,
    remaining: reply.remaining,
    more:
      reply.remaining > 0 ||
      reply.expected !== null ||
      outgoing.waiting > outgoing.changes.length ||
      (outgoing.epoch !== null && outgoing.epoch !== reply.epoch),
  }
}
