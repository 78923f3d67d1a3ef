import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'

/** Leads on to another address, which takes this one's place in the history. */
export function Redirect({ to }: { to: string }) {
  const { route } = useLocation()
  useEffect(() => route(to, true), [route, to])
  return null
}
