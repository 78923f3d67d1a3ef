import { useMemo } from 'preact/hooks'
import { streamOf } from '../../../shared/population/area.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SurveyView } from '../../ports/field-work.ts'
import type { PhotoKit } from '../../ports/photo-kit.ts'
import type { PhotoDesk } from '../../questions/photo/photo-desk.ts'
import type { QuestionDesk } from '../../questions/question-desk.ts'
import type { Autosave } from './autosave.ts'
import { otherUseOf } from './photo-places.ts'

/** The desk of an open survey's photos, whose entries are answers as all others. */
export function usePhotoDeskOf(
  { survey, record }: SurveyView,
  parts: {
    readonly photos: PhotoKit
    readonly clock: Clock
    readonly autosave: Autosave
    readonly desk: QuestionDesk
  },
): PhotoDesk {
  const { photos, clock, autosave, desk } = parts
  const area = streamOf(record.area)
  return useMemo(
    () => ({
      ...photos,
      clock,
      survey,
      area,
      otherUseOf: (sha256, entry) => otherUseOf(sha256, entry, desk.document),
      async save(edits) {
        if (edits.length > 0) desk.choose(edits)
        await autosave.flush()
        const state = autosave.state.peek()
        return state.kind === 'failed' ? state.fault : 'saved'
      },
    }),
    [photos, clock, survey, area, autosave, desk],
  )
}
