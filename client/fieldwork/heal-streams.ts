import type { Heal, Progress } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'
import { digestsOf } from './stream-digests.ts'
import type { RestOfReply } from './take-rest.ts'

/** A cursor that no server can read: it tells the stream from its start. */
export const RESTART = ''

/** Where a pull did not help, something else is wrong: it is tried again only after this time. */
const PAUSE_MS = 24 * 60 * 60 * 1000

type Healing = {
  readonly heals: Progress['heals']
  /** cursors of the streams that are pulled anew from now on */
  readonly restarts: Readonly<Record<string, string>>
}

/** Streams that are told anew in full with this reply, by the number of their heal. */
export function toldAnew(about: RestOfReply): ReadonlyMap<string, number> {
  if (about.reply.remaining > 0 || about.isNewHistory) return new Map()
  const told = Object.entries(about.before.heals ?? {}).filter(
    ([stream, heal]) => !heal.isDone && isInOrder(about, stream),
  )
  return new Map(told.map(([stream, { number }]) => [stream, number]))
}

/**
 * Ends the heals whose stream was told anew, and begins one for each stream whose digest is not the server's. Another
 * history tells all streams anew by itself.
 */
export function heal(plan: Plan, memory: Memory, about: RestOfReply): Healing {
  const { before, reply, streams, isNewHistory } = about
  const heals = new Map(Object.entries(before.heals ?? {}).filter(([stream]) => streams.has(stream)))
  const restarts: Record<string, string> = {}
  const told = toldAnew(about)
  for (const [stream, one] of heals) {
    if (one.isDone) continue
    if (isNewHistory || told.has(stream)) heals.set(stream, { ...one, isDone: true })
    // Another tab moved the cursor meanwhile: what this reply told may not be all.
    else if (!isInOrder(about, stream)) {
      heals.set(stream, { ...one, number: one.number + 1 })
      restarts[stream] = RESTART
    }
  }
  for (const [stream, digest] of Object.entries(differing(plan, memory, about))) {
    const last = heals.get(stream)
    if (last && (!last.isDone || isPausing(last, digest, reply.at))) continue
    heals.set(stream, { number: (last?.number ?? 0) + 1, digest, at: reply.at, isDone: false })
    restarts[stream] = RESTART
  }
  return { heals: heals.size > 0 ? Object.fromEntries(heals) : undefined, restarts }
}

/** The reply goes on from where this device is. */
function isInOrder({ asked, before }: RestOfReply, stream: string): boolean {
  return asked.cursors[stream] === before.cursors[stream]
}

function isPausing(last: Heal, digest: string, at: string): boolean {
  const passedMs = Date.parse(at) - Date.parse(last.at)
  return last.digest === digest && passedMs >= 0 && passedMs < PAUSE_MS
}

/** The server's digests of the streams of which this device holds something else. */
function differing(plan: Plan, { tables }: Memory, { reply, streams }: RestOfReply): Record<string, string> {
  if (reply.digests === null) return {}
  const own = digestsOf(
    streams,
    [...tables.households.keys()].flatMap((id) => plan.get('households', id) ?? []),
    [...tables.surveys.keys()].flatMap((id) => plan.get('surveys', id) ?? []),
  )
  return Object.fromEntries(
    Object.entries(reply.digests).filter(
      ([stream, digest]) => streams.has(stream) && own.get(stream) !== digest,
    ),
  )
}
