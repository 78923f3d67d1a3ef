import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { FAULTS, isFault, type Fault } from '../../../shared/faults.ts'

/** What a screen has read from the server. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  /** `fault`: why the last reading did not come; the value of the one before stands */
  | { readonly kind: 'ready'; readonly value: Value; readonly fault: Fault | null }

export type Loading<Value> = {
  readonly state: Loaded<Value>
  /** Reads again; what stands there stays until the answer comes. */
  readonly reload: () => Promise<void>
  /** Puts a newer value there, as the server's answer to a command. */
  readonly replace: (value: Value) => void
  /** Changes what stands there now, if anything does. */
  readonly update: (change: (value: Value) => Value) => void
}

const RETRY_MS = 15_000

/**
 * Reads from the server for a screen that works online only, and tries again by itself where that can help.
 * @param key what is read: another one starts anew, and a late answer for an earlier one is dropped
 */
export function useLoaded<Value>(load: () => Promise<Value | Fault>, key: string): Loading<Value> {
  const [held, setHeld] = useState<{ readonly key: string; readonly state: Loaded<Value> }>({
    key,
    state: { kind: 'loading' },
  })
  const latest = useRef({ load, key })
  latest.current = { load, key }
  const state: Loaded<Value> = held.key === key ? held.state : { kind: 'loading' }

  const reload = useCallback(async () => {
    const asked = latest.current
    const answer = await asked.load()
    if (latest.current.key !== asked.key) return
    setHeld((last) => ({
      key: asked.key,
      state: isFault(answer)
        ? afterFault(last.key === asked.key ? last.state : { kind: 'loading' }, answer)
        : { kind: 'ready', value: answer, fault: null },
    }))
  }, [])

  const replace = useCallback((value: Value) => {
    setHeld({ key: latest.current.key, state: { kind: 'ready', value, fault: null } })
  }, [])

  const update = useCallback((change: (value: Value) => Value) => {
    setHeld((last) =>
      last.key === latest.current.key && last.state.kind === 'ready'
        ? { key: last.key, state: { ...last.state, value: change(last.state.value) } }
        : last,
    )
  }, [])

  useEffect(() => {
    void reload()
  }, [key, reload])

  const fault = state.kind === 'loading' ? null : state.fault
  useEffect(() => {
    if (!fault || !FAULTS[fault.fault].retry) return
    const again = () => void reload()
    const timer = setTimeout(again, RETRY_MS)
    addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  }, [fault, reload])

  return { state, reload, replace, update }
}

function afterFault<Value>(state: Loaded<Value>, fault: Fault): Loaded<Value> {
  return state.kind === 'ready' ? { ...state, fault } : { kind: 'failed', fault }
}
