import { join } from 'node:path'
import { openSealKey, type SealKeyPair } from '../../platform/seal-key.ts'

export const KEY_FILE = 'case-workers.key'

/**
 * The pair to which phones seal what only case workers may read, in the data folder.
 * @throws Error where the file is there and holds no key
 */
export function openCaseWorkersKey(directory: string): SealKeyPair {
  return openSealKey(join(directory, KEY_FILE), 'the case workers')
}
