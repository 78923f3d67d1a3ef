import { useCallback, useRef } from 'preact/hooks'

/** A function that stays the same and does what the last drawing gave: whoever holds it is not drawn again for it. */
export function useStable<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...args: Args) => latest.current(...args), [])
}
