import type { ChangeId } from '../../shared/ids.ts'
import type { ChangeResult, SyncReply } from '../../shared/sync/protocol.ts'
import type { FrozenChange } from '../ports/sync-store.ts'

/**
 * The results that count: their receipt names a change of this request, by the hash that it was sent with.
 * Anything else is no receipt, and the change goes on waiting. A receipt from before a restore counts: the
 * server gives the first result again for what it still knows.
 */
export function judgeResults(
  sent: readonly FrozenChange[],
  { results }: Pick<SyncReply, 'results'>,
): ReadonlyMap<ChangeId, ChangeResult> {
  const hashById = new Map(sent.map(({ change, hash }) => [change.id, hash]))
  return new Map(
    results
      .filter(({ receipt }) => hashById.get(receipt.change) === receipt.hash)
      .map((result) => [result.receipt.change, result]),
  )
}
