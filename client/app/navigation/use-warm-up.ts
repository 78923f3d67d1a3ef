import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { warmUp } from '../field-screens.tsx'
import type { Field } from '../session/session-model.ts'
import { whenIdle } from './when-idle.ts'

/** Once the list stands, fetches what it leads to: opening a household then waits for nothing. */
export function useWarmUp(field: Field | null): void {
  useEffect(() => {
    if (!field) return
    const { work, sync } = field
    let callOff = () => {}
    const stop = effect(() => {
      if (work.households.value.size === 0 && sync.state.value.kind !== 'up-to-date') return
      callOff()
      callOff = whenIdle(() => {
        stop()
        void warmUp(field)
      })
    })
    return () => {
      stop()
      callOff()
    }
  }, [field])
}
