import { isFault } from '../../shared/faults.ts'
import type { Records } from '../ports/records.ts'
import type { DeviceBodies } from './bodies.ts'

/** Frees room that is held for answers; false where there is none any more. */
export type MakeRoom = () => Promise<boolean>

/** The same records; what does not fit is tried again in the room that is held for it, whatever it is. */
export function roomyRecords(records: Records<DeviceBodies>, makeRoom: MakeRoom): Records<DeviceBodies> {
  return {
    ...records,
    async commit(writes) {
      const outcome = await records.commit(writes)
      const isFull = isFault(outcome) && outcome.fault === 'storage-full'
      // Room that cannot be made now is no room: the fault stands, and the next write asks again.
      return isFull && (await makeRoom().catch(() => false)) ? records.commit(writes) : outcome
    },
  }
}
