import { useState } from 'preact/hooks'
import type { Period } from '../../../shared/api/periods.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'

export type Seal = {
  /** the period that is being sealed */
  readonly sealing: Period['id'] | null
  /** the one that was sealed just now */
  readonly done: Period['id'] | null
  readonly fault: Fault | null
  readonly seal: (id: Period['id']) => Promise<void>
}

/** Seals a period, once; sealing again after a lost answer changes nothing. */
export function useSeal(api: Api, onSealed: (sealed: Period) => void): Seal {
  const [sealing, setSealing] = useState<Period['id'] | null>(null)
  const [done, setDone] = useState<Period['id'] | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  return {
    sealing,
    done,
    fault,
    async seal(id) {
      if (sealing) return
      setFault(null)
      setSealing(id)
      const answer = await api.sealPeriod(id)
      setSealing(null)
      if (isFault(answer)) setFault(answer)
      else {
        setDone(answer.id)
        onSealed(answer)
      }
    },
  }
}
