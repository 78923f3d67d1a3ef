import type { Persistence } from '../ports/device-care.ts'

/** The Storage API's promise never to evict what this origin keeps. */
export function createPersistence(): Persistence {
  // Neither is there on plain http, nor in old browsers.
  const storage = (navigator as Partial<Navigator>).storage as Partial<StorageManager> | undefined
  return {
    isGranted: async () => (await storage?.persisted?.()) ?? null,
    ask: async () => (await storage?.persist?.()) ?? false,
  }
}
