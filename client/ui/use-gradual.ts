import { useEffect, useState } from 'preact/hooks'

/**
 * How many of many parts to draw: the first ones at once, a few more after each painting until all are there. What lies
 * below the screen then holds up neither its first sight nor a tap.
 * @param count of all parts; once all were drawn, later ones are drawn at once
 */
export function useGradual(count: number, { first, next }: { first: number; next: number }): number {
  const [drawn, setDrawn] = useState(first)
  useEffect(() => {
    if (drawn < count) setDrawn(drawn + next)
    else if (drawn !== Infinity) setDrawn(Infinity)
  }, [drawn, count, next])
  return drawn
}
