import { useEffect, useState } from 'preact/hooks'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Clock } from '../../ports/clock.ts'
import { formatPlace } from '../../../shared/population/place.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import type { Locator } from '../../ports/locator.ts'
import type { Autosave } from './autosave.ts'
import { createParadataRecorder, type ParadataRecorder } from './paradata-recorder.ts'
import type { StepKey } from './step-key.ts'

type Open = {
  readonly work: FieldWork
  readonly clock: Clock
  readonly household: HouseholdId
  readonly step: StepKey
  readonly autosave: Autosave
  readonly locator: Pick<Locator, 'glance'>
}

/**
 * Records how an open survey goes. It is written after the answers, at the end of a section, when the page is
 * hidden or left, and by `finish` with a submission; never with a key, and never where nothing was answered.
 */
export function useParadata({ work, clock, household, step, autosave, locator }: Open): ParadataRecorder {
  const [recorder] = useState(() =>
    createParadataRecorder({
      clock,
      section: step,
      saved: () => work.survey(household).peek()?.document,
      write: (edit) => work.answer(household, [edit]),
    }),
  )
  useEffect(() => watchPage(recorder, autosave), [recorder, autosave])
  // Where it begins and, with the page on which all of it is looked over, where it ends.
  const isAtAnEnd = step === 'check'
  useEffect(() => {
    void locator.glance().then((place) => place && recorder.stands(formatPlace(place)))
  }, [recorder, locator, isAtAnEnd])
  useEffect(() => {
    recorder.enter(step)
    return () => void keepAfter(autosave, recorder)
  }, [recorder, autosave, step])
  return recorder
}

async function keepAfter(autosave: Autosave, recorder: ParadataRecorder): Promise<void> {
  await autosave.flush()
  await recorder.keep()
}

const STIRRING = ['pointerdown', 'keydown', 'input', 'scroll'] as const

function watchPage(recorder: ParadataRecorder, autosave: Autosave): () => void {
  const { stir } = recorder
  const look = () => {
    if (document.visibilityState === 'visible') return stir()
    recorder.hide()
    void keepAfter(autosave, recorder)
  }
  const options = { capture: true, passive: true } as const
  for (const event of STIRRING) addEventListener(event, stir, options)
  document.addEventListener('visibilitychange', look)
  return () => {
    for (const event of STIRRING) removeEventListener(event, stir, options)
    document.removeEventListener('visibilitychange', look)
  }
}
