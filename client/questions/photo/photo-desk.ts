import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Fault } from '../../../shared/faults.ts'
import type { SurveyId } from '../../../shared/ids.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Edit } from '../../ports/field-work.ts'
import type { PhotoKit } from '../../ports/photo-kit.ts'

/** What the photos of an open survey share. */
export type PhotoDesk = PhotoKit & {
  readonly clock: Pick<Clock, 'now'>
  readonly survey: SurveyId
  /** stream that its household lies in */
  readonly area: string
  /** option key of what a picture shows in another entry of the survey; null where no other has it */
  readonly otherUseOf: (sha256: string, entry: string) => string | null
  /**
   * Takes edits, none of them too, and saves all that is in hand: `saved` is durable. On a fault what is in hand
   * is tried again later.
   */
  readonly save: (edits: readonly Edit[]) => Promise<'saved' | Fault>
}

export const PhotoDeskContext = createContext<PhotoDesk | null>(null)

/** The desk of the survey that is open around the component. */
export function usePhotoDesk(): PhotoDesk {
  const desk = useContext(PhotoDeskContext)
  if (!desk) throw new Error('a photo was drawn outside of an open survey')
  return desk
}
