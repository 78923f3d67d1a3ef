import { useEffect, useState } from 'preact/hooks'

/** As long as a double tap may take. */
const SETTLING_MS = 500

/**
 * False for a moment after `place` changed: the second tap of a double tap lands on whatever button came into the
 * place of the first, and submitting is no button to be pressed by chance.
 */
export function useSettled(place: unknown): boolean {
  const [settled, setSettled] = useState(place)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(place), SETTLING_MS)
    return () => clearTimeout(timer)
  }, [place])
  return settled === place
}
