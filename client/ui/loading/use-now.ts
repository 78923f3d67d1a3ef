import { useEffect, useState } from 'preact/hooks'
import type { Clock } from '../../ports/clock.ts'

/** The time, moving on in steps, so that "2 menit lalu" stays true. */
export function useNow(clock: Clock, everyMs = 60_000): Date {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => clock.after(everyMs, () => setNow(clock.now())), [clock, everyMs, now])
  return now
}
