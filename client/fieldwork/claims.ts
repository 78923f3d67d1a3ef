import { digestOfAll } from '../../shared/sync/digest.ts'
import type { Stream } from '../../shared/population/area.ts'
import type { Outgoing } from '../ports/sync-store.ts'
import { RESTART } from './heal-streams.ts'
import type { Memory } from './memory.ts'
import { digestsOf } from './stream-digests.ts'

/** What a request says of the rows that this device holds: a digest, or which streams it begins to pull anew. */
export function claimsOf({ tables, work, progress }: Memory): Outgoing['claims'] {
  const { cursors, heals = {} } = progress.peek()
  const streams = Object.keys(cursors)
  const healing = streams.filter((stream) => cursors[stream] === RESTART) as Stream[]
  if (healing.length > 0) return { healing }
  const isPulling = streams.some((stream) => heals[stream]?.isDone === false)
  // With work on its way the server's digest is another in any case.
  const isAtWork = work.peek().outbox.some(({ state }) => state !== 'quarantined')
  if (isPulling || isAtWork || streams.length === 0) return {}
  const rowsOf = <Body>(table: ReadonlyMap<string, { area: string; state: string; body: Body }>) =>
    [...table.values()].map(({ area, state, body }) => ({ keys: { area, state }, body }))
  return { digest: digestOfAll(digestsOf(streams, rowsOf(tables.households), rowsOf(tables.surveys))) }
}
