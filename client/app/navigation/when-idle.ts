/** Where a browser does not tell when it is idle (Safari). */
const PAUSE_MS = 1000

/** Acts once the page has nothing more pressing to do. @returns what calls it off */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const waiting = requestIdleCallback(act)
    return () => cancelIdleCallback(waiting)
  }
  const waiting = setTimeout(act, PAUSE_MS)
  return () => clearTimeout(waiting)
}
