import { useState } from 'preact/hooks'
import type { Period } from '../../../shared/api/periods.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'

export type Seal = {
  /** the period that is being sealed */
  readonly sealing: Period['id'] | null
  /** the one that was sealed just now */
  readonly done: Period['id'] | null
  /** why the last seal is not known to have taken effect, and of which period */
  readonly failure: { readonly id: Period['id']; readonly fault: Fault } | null
  readonly seal: (id: Period['id']) => Promise<void>
}

/**
 * Seals a period, one at a time; sealing again after a lost answer changes nothing.
 * @param onEnd hears the sealed one, null where it is not known to be sealed
 */
export function useSeal(api: Api, onEnd: (sealed: Period | null) => void): Seal {
  const [sealing, setSealing] = useState<Period['id'] | null>(null)
  const [done, setDone] = useState<Period['id'] | null>(null)
  const [failure, setFailure] = useState<Seal['failure']>(null)
  return {
    sealing,
    done,
    failure,
    async seal(id) {
      if (sealing) return
      setFailure(null)
      setSealing(id)
      const answer = await api.sealPeriod(id)
      setSealing(null)
      setDone(isFault(answer) ? null : answer.id)
      setFailure(isFault(answer) ? { id, fault: answer } : null)
      onEnd(isFault(answer) ? null : answer)
    },
  }
}
