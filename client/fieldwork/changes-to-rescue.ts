import { isFault, type Fault } from '../../shared/faults.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { Records } from '../ports/records.ts'
import type { SyncStore } from '../ports/sync-store.ts'
import { ONLY, type DeviceBodies } from './bodies.ts'

/**
 * All changes of a device that no verified copy of the server's holds, by sequence number and without a gap, once
 * everything that was edited is frozen. What the server has without a copy is among them: should it have been restored
 * from an older one, it would wait for them.
 */
export async function changesToRescue(
  store: Pick<SyncStore, 'outgoing'>,
  records: Pick<Records<DeviceBodies>, 'all'>,
): Promise<readonly Change[] | Fault> {
  const frozen = await store.outgoing(Infinity)
  if (isFault(frozen)) return frozen
  const [progress, outbox] = await Promise.all([records.all('progress'), records.all('outbox')])
  const backedUp = progress.find(({ id }) => id === ONLY)?.body.backedUp ?? 0
  return outbox
    .filter(({ state, body }) => state === 'waiting' || body.change.seq > backedUp)
    .map(({ body }) => body.change)
    .sort((a, b) => a.seq - b.seq)
}
