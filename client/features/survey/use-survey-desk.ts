import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Clock } from '../../ports/clock.ts'
import type { FieldWork, SurveyView } from '../../ports/field-work.ts'
import type { HalfTyped } from '../../ports/half-typed.ts'
import { useLocationDesk } from '../../questions/location/location-desk.ts'
import { createAutosave, type Autosave } from './autosave.ts'
import type { StepKey } from './step-key.ts'
import type { ParadataRecorder } from './paradata-recorder.ts'
import { createSurveyDesk, type SurveyDesk } from './survey-desk.ts'
import { useParadata } from './use-paradata.ts'

type Open = {
  readonly work: FieldWork
  readonly clock: Clock
  readonly view: SurveyView
  readonly step: StepKey
  /** what stood half typed when the survey was left */
  readonly halfTyped: HalfTyped
}

/**
 * The desk of an open survey, the same as long as it is open. What is in hand is saved when the page is hidden or the
 * survey is left.
 */
export function useSurveyDesk({ work, clock, view, step, halfTyped }: Open): {
  readonly desk: SurveyDesk
  readonly autosave: Autosave
  /** Gives how the survey went to a submission. */
  readonly finish: ParadataRecorder['finish']
} {
  const { household } = view
  const autosave = useMemo(
    () => createAutosave((edits) => work.answer(household, edits), clock, reportError),
    [work, household, clock],
  )
  useEffect(() => saveOnHiding(autosave), [autosave])
  const { locator } = useLocationDesk()
  const recorder = useParadata({ work, clock, household, step, autosave, locator })
  // Later views reach the desk by itself.
  const [opened] = useState({ view, halfTyped })
  const desk = useMemo(
    () => createSurveyDesk({ work, clock, autosave, recorder }, opened.view, opened.halfTyped),
    [work, clock, autosave, recorder, opened],
  )
  return { desk, autosave, finish: recorder.finish }
}

function saveOnHiding({ flush }: Autosave): () => void {
  const save = () => void flush()
  // Phones kill hidden pages without a further word.
  addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', save)
  return () => {
    removeEventListener('pagehide', save)
    document.removeEventListener('visibilitychange', save)
    save()
  }
}
