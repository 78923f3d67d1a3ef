import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../../ui/paths.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import type { SessionModel } from '../session/session-model.ts'

/**
 * A page that was killed in the middle of a survey starts there again. Once a page: whoever comes to the list
 * later wants the list.
 */
export function useResume({ state }: Pick<SessionModel, 'state'>): void {
  const { path, route } = useLocation()
  const isDone = useRef(false)
  const work = state.value.kind === 'signed-in' ? (state.value.field?.work ?? null) : null
  useEffect(() => {
    if (!work || isDone.current) return
    isDone.current = true
    if (path !== paths.home) return
    void resume(work, (to) => route(to, true))
  }, [work, path, route])
}

async function resume(work: FieldWork, go: (to: string) => void): Promise<void> {
  const place = await work.place()
  if (place && place.route !== paths.home && location.pathname === paths.home) go(place.route)
}
