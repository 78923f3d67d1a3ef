import { useEffect, useState } from 'preact/hooks'
import type { Clock } from '../../ports/clock.ts'
import type { FieldWork, SurveyView } from '../../ports/field-work.ts'
import type { QuestionDesk } from '../../questions/question-desk.ts'
import type { Autosave } from './autosave.ts'
import { createParadataRecorder, type ParadataRecorder } from './paradata-recorder.ts'
import type { StepKey } from './section-steps.ts'

type Open = {
  readonly work: FieldWork
  readonly clock: Clock
  readonly view: SurveyView
  readonly step: StepKey
  readonly desk: QuestionDesk
  readonly autosave: Autosave
}

/**
 * Records how an open survey goes. It is written after the answers, at the end of a section, when the page is
 * hidden or left, and by `finish` before a submission; never with a key, and never where nothing was answered.
 * @returns the desk, watched
 */
export function useParadata({ work, clock, view, step, desk, autosave }: Open): {
  readonly desk: QuestionDesk
  readonly finish: () => Promise<void>
} {
  const { household } = view
  const [recorder] = useState(() =>
    createParadataRecorder({
      clock,
      section: step,
      saved: () => work.survey(household).peek()?.document,
      write: (edit) => work.answer(household, [edit]),
    }),
  )
  useEffect(() => watchPage(recorder, autosave), [recorder, autosave])
  useEffect(() => {
    recorder.enter(step)
    return () => void keepAfter(autosave, recorder)
  }, [recorder, autosave, step])

  const watched: QuestionDesk = {
    ...desk,
    type(path, text) {
      recorder.typed(path, desk.document)
      desk.type(path, text)
    },
    choose(edits) {
      recorder.chose(edits, desk.document)
      desk.choose(edits)
    },
    leave(path) {
      recorder.left()
      desk.leave(path)
    },
  }
  return { desk: watched, finish: recorder.finish }
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
