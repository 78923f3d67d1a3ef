import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Updates } from '../../ports/updates.ts'
import { warmUp } from '../field-screens.tsx'
import type { Field } from '../session/session-model.ts'
import { whenIdle } from './when-idle.ts'

/**
 * Once the list stands, fetches what it leads to, so that opening a household waits for nothing, and then keeps all
 * of the app for the time without a network: over a slow one, neither may hold up the first list.
 */
export function useWarmUp(field: Field | null, updates: Updates): void {
  useEffect(() => {
    if (!field) {
      updates.start()
      return
    }
    const { work, sync } = field
    let callOff = () => {}
    const stop = effect(() => {
      if (work.households.value.size === 0 && sync.state.value.kind !== 'up-to-date') return
      callOff()
      callOff = whenIdle(() => {
        stop()
        void warmUp(field).then(() => updates.start())
      })
    })
    return () => {
      stop()
      callOff()
    }
  }, [field, updates])
}
