/**
 * Asks the browser never to evict this device's work to make room. To be asked after signing in: browsers grant
 * it to apps that are used or installed.
 * @returns whether it was granted
 */
export async function askForPersistentStorage(): Promise<boolean> {
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return false
  return (await navigator.storage.persisted()) || (await navigator.storage.persist())
}
