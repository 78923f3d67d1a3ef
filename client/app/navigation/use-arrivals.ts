import { useEffect, useMemo, useRef } from 'preact/hooks'
import { paths } from '../../ui/paths.ts'
import { createScrollPlaces } from './scroll-places.ts'

/** Lists that one comes back to. */
const LISTS: readonly string[] = [paths.home, paths.outbox, paths.reviews]

/**
 * What happens when another screen has come: its heading takes the focus, for those who hear the page, and it
 * is put at its place. To be given to the router's `onRouteChange`.
 */
export function useArrivals(): (url: string) => void {
  const places = useMemo(() => createScrollPlaces(location.pathname, (path) => LISTS.includes(path)), [])
  const isReturn = useRef(false)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    const note = () => places.note(scrollY)
    const noteReturn = () => {
      isReturn.current = true
    }
    addEventListener('scroll', note, { passive: true })
    // Before the router hears it: what it draws on a return is put where it was.
    addEventListener('popstate', noteReturn, { capture: true })
    return () => {
      removeEventListener('scroll', note)
      removeEventListener('popstate', noteReturn, { capture: true })
    }
  }, [places])

  return (url) => {
    const place = places.arrive(new URL(url, location.origin).pathname, isReturn.current)
    isReturn.current = false
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    scrollTo(0, place)
  }
}
