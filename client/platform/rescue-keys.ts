import { rescueKeySchema, type RescueKey } from '../../shared/api/rescue.ts'
import { isFault } from '../../shared/faults.ts'
import type { Api } from '../ports/api.ts'

const PLACE = 'yesjitu-rescue-key'

/**
 * The server's key for rescue files, fetched with the first connection and kept: it must be here when there is none any
 * more. The first one stays, as the receipts' key does.
 */
export function createRescueKeys(
  api: Pick<Api, 'rescueKey'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): { readonly held: () => RescueKey | null } {
  function held(): RescueKey | null {
    try {
      return rescueKeySchema.safeParse(JSON.parse(storage.getItem(PLACE) ?? 'null')).data ?? null
    } catch {
      return null
    }
  }

  async function fetchKey(): Promise<void> {
    const key = await api.rescueKey()
    if (!isFault(key)) storage.setItem(PLACE, JSON.stringify(key))
  }

  // What fails now is tried again at the next start.
  if (!held()) void fetchKey().catch(() => undefined)
  return { held }
}
