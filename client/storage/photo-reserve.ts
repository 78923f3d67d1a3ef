import type { StorageRoom } from '../ports/storage-room.ts'

const MEGABYTE = 1024 * 1024

// Our own choice: 50 MB hold the answers of some thousand households, and a phone with little room keeps 5 %.
const RESERVE_BYTES = 50 * MEGABYTE
const RESERVE_SHARE = 0.05

/** Our own choice: some two hundred photos, the work of a week. */
const LITTLE_BYTES = 50 * MEGABYTE

/**
 * Whether answers keep their reserve of storage when a photo takes its bytes.
 * @param room null where the browser does not say: then only its refusal can tell
 */
export function leavesReserve(room: StorageRoom | null, bytes: number): boolean {
  if (!room) return true
  const reserve = Math.min(RESERVE_BYTES, room.quota * RESERVE_SHARE)
  return room.quota - room.usage - bytes >= reserve
}

/** How near a device is to where it takes no more photos. */
export function levelOf(room: StorageRoom | null): 'enough' | 'little' | 'reserve' {
  if (leavesReserve(room, LITTLE_BYTES)) return 'enough'
  return leavesReserve(room, 1) ? 'little' : 'reserve'
}
