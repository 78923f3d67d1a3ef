import type { StorageRoom } from '../ports/storage-room.ts'

/** Room as the browser estimates it; null where it does not say. */
export async function estimateStorage(): Promise<StorageRoom | null> {
  if (!('storage' in navigator) || !('estimate' in navigator.storage)) return null
  const { quota, usage } = await navigator.storage.estimate()
  return quota === undefined || usage === undefined ? null : { quota, usage }
}
