import { useEffect, useState } from 'preact/hooks'

/** Room for a list and what it opens side by side, beside the navigation. */
const WIDE = '(min-width: 1100px)'

/** True where two panes stand side by side; follows the window. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches)
  useEffect(() => {
    const query = matchMedia(WIDE)
    const follow = () => setWide(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return isWide
}
