import { MAX_CHANGES_PER_REQUEST } from '../../shared/sync/protocol.ts'
import type { Outgoing } from '../ports/sync-store.ts'
import type { Memory } from './memory.ts'

/** Asks what became of the changes that this device knows to be held, the oldest first. Rule [Q5]. */
export function heldClaim({ work }: Pick<Memory, 'work'>): Pick<Outgoing['claims'], 'held'> {
  const held = work.peek().outbox.filter(({ state }) => state === 'quarantined')
  if (held.length === 0) return {}
  return { held: held.slice(0, MAX_CHANGES_PER_REQUEST).map(({ body }) => body.change.id) }
}
