import { startThread } from './threads.ts'

/**
 * Brings what was written into the database file in a thread of its own: it takes tens of milliseconds, for which all
 * requests would otherwise wait. Where it fails or cannot keep up, the connection that writes does it itself later.
 * @param failed hears why the thread ended by itself
 * @returns ends it
 */
export function keepCheckpointing(path: string, failed: (error: unknown) => void): () => Promise<void> {
  const thread = startThread(import.meta.url, 'checkpoint-worker', { path })
  thread.on('error', failed)
  thread.unref()
  return async () => void (await thread.terminate())
}
