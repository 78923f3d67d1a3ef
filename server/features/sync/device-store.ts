import type { Database, Transaction } from '../../database/database.ts'
import type { DeviceId } from '../../../shared/ids.ts'

export type DeviceStore = {
  /** Sequence number that the server waits for from the device. */
  nextSeq: (device: DeviceId) => number
  /** Up to which of its numbers the device's changes are in a verified copy. */
  backedUpSeq: (device: DeviceId) => number
  setNextSeq: (tx: Transaction, device: DeviceId, seq: number) => void
  lastSyncAt: (device: DeviceId) => string | null
  setLastSync: (tx: Transaction, device: DeviceId) => void
}

/** What the server remembers of each phone between syncs. */
export function createDeviceStore(database: Database): DeviceStore {
  const row = database.query<{ next_seq: number; backed_up_seq: number; last_sync_at: string | null }>(
    'select next_seq, backed_up_seq, last_sync_at from device where id = ?',
  )
  const setSeq = database.command('update device set next_seq = ? where id = ?')
  const setSync = database.command('update device set last_sync_at = ? where id = ?')
  return {
    nextSeq: (device) => row.get(device)?.next_seq ?? 1,
    backedUpSeq: (device) => row.get(device)?.backed_up_seq ?? 0,
    setNextSeq: (tx, device, seq) => {
      setSeq(tx, seq, device)
    },
    lastSyncAt: (device) => row.get(device)?.last_sync_at ?? null,
    setLastSync: (tx, device) => {
      setSync(tx, tx.at.toISOString(), device)
    },
  }
}
