import type { Stream } from '../../shared/population/area.ts'
import { digestOfAll } from '../../shared/sync/digest.ts'
import type { Outgoing } from '../ports/sync-store.ts'
import { ONLY, type Heal, type Progress } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'
import type { RestOfReply } from './rest-of-reply.ts'
import { digestsOf, type DigestedRow } from './stream-digests.ts'

/** A cursor that no server can read: it tells the stream from its start. */
const RESTART = ''

/** Where a pull did not help, something else is wrong: it is tried again only after this time. */
const PAUSE_MS = 24 * 60 * 60 * 1000

export type Healing = {
  /** What a request says of the rows that this device holds: a digest, or which streams it begins to pull anew. */
  readonly claims: () => Outgoing['claims']
  /** Lets news of a stream that is pulled anew pass, be they older than what is held. */
  readonly makeWay: (plan: Plan, about: RestOfReply) => void
  /** Marks what such a pull has told. */
  readonly mark: (plan: Plan, about: RestOfReply) => void
  /** Streams that are told anew in full with this reply, by the number of their heal. */
  readonly toldAnew: (about: RestOfReply) => ReadonlyMap<string, number>
  /**
   * Ends the heals whose stream was told anew, and begins one for each stream whose digest is not the server's.
   * @returns false where one has begun: there is more to ask for
   */
  readonly compare: (plan: Plan, about: RestOfReply) => boolean
}

/** Finds out where this device holds something else than the server's streams, and mends it. Rule [N8]. */
export function createHealing(memory: Memory): Healing {
  const { tables, work, progress } = memory
  // Requests of one tab follow one another; another tab's may have moved what was asked from.
  let asked: Progress['cursors'] = {}

  const isInOrder = ({ before }: RestOfReply, stream: string) => asked[stream] === before.cursors[stream]

  function toldAnew(about: RestOfReply): ReadonlyMap<string, number> {
    if (about.reply.remaining > 0 || about.isNewHistory) return new Map()
    const told = running(about.before).filter(([stream]) => isInOrder(about, stream))
    return new Map(told.map(([stream, { number }]) => [stream, number]))
  }

  /** The server's digests of the streams of which this device holds something else. */
  function differing(plan: Plan, { reply, streams }: RestOfReply): readonly (readonly [string, string])[] {
    if (reply.digests === null) return []
    const own = digestsOf(
      streams,
      [...tables.households.keys()].flatMap((id) => plan.get('households', id) ?? []),
      [...tables.surveys.keys()].flatMap((id) => plan.get('surveys', id) ?? []),
    )
    return Object.entries(reply.digests).filter(
      ([stream, digest]) => streams.has(stream) && own.get(stream) !== digest,
    )
  }

  return {
    claims: () => {
      const now = progress.peek()
      asked = now.cursors
      const streams = Object.keys(asked)
      const healing = streams.filter((stream) => asked[stream] === RESTART) as Stream[]
      if (healing.length > 0) return { healing }
      // With work on its way the server's digest is another in any case.
      const isAtWork = work.peek().outbox.some(({ state }) => state !== 'quarantined')
      if (isAtWork || streams.length === 0 || running(now).length > 0) return {}
      return { digest: digestOfAll(digestsOf(streams, rowsOf(tables.households), rowsOf(tables.surveys))) }
    },

    makeWay: (plan, { reply, before }) => {
      const healed = new Map(running(before))
      for (const news of reply.news) {
        const held = news.kind === 'survey' ? plan.get('surveys', news.survey.id) : null
        if (news.kind !== 'survey' || !held || !healed.has(news.stream)) continue
        plan.put('surveys', news.survey.id, held.keys, { ...held.body, epoch: '' })
      }
    },

    mark: (plan, { reply, before }) => {
      const healed = new Map(running(before).map(([stream, { number }]) => [stream, number]))
      if (healed.size === 0) return
      const told = reply.news.flatMap((news) => (news.kind === 'survey' ? [news.survey.id] : []))
      for (const id of [...told, ...reply.own.map(({ survey }) => survey)]) {
        const row = plan.get('surveys', id)
        const number = healed.get(row?.keys.area ?? '')
        if (row && number !== undefined) plan.put('surveys', id, row.keys, { ...row.body, heal: number })
      }
      for (const news of reply.news) {
        const row = news.kind === 'household' ? plan.get('households', news.household.id) : null
        const number = healed.get(row?.body.stream ?? '')
        if (news.kind !== 'household' || !row || number === undefined) continue
        plan.put('households', news.household.id, row.keys, { ...row.body, heal: number })
      }
    },

    toldAnew,

    compare: (plan, about) => {
      const { before, reply, streams, isNewHistory } = about
      const row = plan.get('progress', ONLY)
      if (!row) return true
      const heals = new Map(Object.entries(before.heals ?? {}).filter(([stream]) => streams.has(stream)))
      const restarts: Record<string, string> = {}
      const begin = (stream: string, digest: string) => {
        const number = (heals.get(stream)?.number ?? 0) + 1
        heals.set(stream, { number, digest, at: reply.at, isDone: false })
        restarts[stream] = RESTART
      }
      const told = toldAnew(about)
      for (const [stream, one] of running(before)) {
        if (!streams.has(stream)) continue
        // Another history tells all streams anew by itself.
        if (isNewHistory || told.has(stream)) heals.set(stream, { ...one, isDone: true })
        // What was told between the two requests of two tabs may not be all.
        else if (!isInOrder(about, stream)) begin(stream, one.digest)
      }
      for (const [stream, digest] of differing(plan, about)) {
        const last = heals.get(stream)
        if (last === undefined || (last.isDone && !isPausing(last, digest, reply.at))) begin(stream, digest)
      }
      if (heals.size > 0) {
        const cursors = { ...row.body.cursors, ...restarts }
        plan.put('progress', ONLY, row.keys, { ...row.body, cursors, heals: Object.fromEntries(heals) })
      }
      return Object.keys(restarts).length === 0
    },
  }
}

/** Heals whose stream is being pulled. */
function running({ heals = {} }: Progress): readonly (readonly [string, Heal])[] {
  return Object.entries(heals).filter(([, { isDone }]) => !isDone)
}

function isPausing(last: Heal, digest: string, at: string): boolean {
  const passedMs = Date.parse(at) - Date.parse(last.at)
  return last.digest === digest && passedMs >= 0 && passedMs < PAUSE_MS
}

function rowsOf<Body>(
  table: ReadonlyMap<string, { readonly area: string; readonly state: string; readonly body: Body }>,
): readonly DigestedRow<Body>[] {
  return [...table.values()].map(({ area, state, body }) => ({ keys: { area, state }, body }))
}
