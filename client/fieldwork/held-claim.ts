import { MAX_CHANGES_PER_REQUEST } from '../../shared/sync/protocol.ts'
import type { Outgoing } from '../ports/sync-store.ts'
import type { Memory } from './memory.ts'

/**
 * Asks what became of the changes that this device knows to be held, as many as a request takes; with each turn of
 * those that come after. Rule [Q5].
 * @param turn how many requests asked before
 */
export function heldClaim({ work }: Pick<Memory, 'work'>, turn: number): Pick<Outgoing['claims'], 'held'> {
  const held = work.peek().outbox.filter(({ state }) => state === 'quarantined')
  if (held.length === 0) return {}
  const from = (turn % Math.ceil(held.length / MAX_CHANGES_PER_REQUEST)) * MAX_CHANGES_PER_REQUEST
  return { held: held.slice(from, from + MAX_CHANGES_PER_REQUEST).map(({ body }) => body.change.id) }
}
