import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Area } from '../../shared/population/area.ts'
import type { Finding } from '../../shared/review/findings.ts'
import type { Answer, SurveyDocument } from '../../shared/survey/document.ts'
import type { Path } from '../../shared/survey/path.ts'
import type { MergeConflict } from '../../shared/sync/merge.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import type { Text } from '../../shared/text.ts'
import type { Edit } from '../ports/field-work.ts'
import type { VisitDate } from '../../shared/survey/visit-date.ts'

/** Whether a question is asked now, and whether it must be answered, or nothing is missing without an answer. */
export type Standing = {
  readonly isAsked: boolean
  readonly isRequired: boolean
  readonly isOptional: boolean
}

/**
 * What the questions of an open survey share: what is answered, what is known, and where answers go. One object as long
 * as the survey is open; whoever reads of it while drawing is drawn again when just that changes. So a question asks
 * for its own path, and only what shows the whole survey reads the document.
 */
export type QuestionDesk = {
  /** as the screen shows it: what is saved, and what is in hand over it */
  readonly document: SurveyDocument
  readonly record: HouseholdRecord
  /** `YYYY-MM-DD` */
  readonly visitDate: VisitDate
  /** where the households on this device lie, each area once: what a region question offers first */
  readonly areas: readonly Area[]
  readonly conflicts: readonly MergeConflict[]
  /** answers that a NIK gave, not a person, since the survey was opened */
  readonly fromNik: ReadonlySet<Path>
  /** of what the screen shows, what is in hand included */
  readonly findings: readonly Finding[]
  readonly standingOf: (path: Path) => Standing
  /** as it is saved, or will be */
  readonly answerOf: (path: Path) => Answer | null
  /** as typed, blanks at the ends included, while a field is in hand; else the answer */
  readonly valueOf: (path: Path) => Answer | null
  /** what to say about an answer now: not while it is being typed, nor before its field was left */
  readonly messagesOf: (path: Path) => { readonly error?: Text; readonly warning?: Text }
  /** takes what stands in a field that is being typed in; it is saved shortly after the last key */
  readonly type: (path: Path, typed: Answer | null) => void
  /** takes answers that are whole at once, and saves them */
  readonly choose: (edits: readonly Edit[]) => void
  /**
   * what stands in a field and makes no answer, as typed, or null once nothing does: it is kept beside the answers, the
   * last page names it, and no save may be claimed
   */
  readonly hold: (path: Path, typed: string | null) => void
  /** what was held when its field was last here, for the field to go on with */
  readonly heldAt: (path: Path) => string | null
  /** the field was left: what is in hand is saved, and its checks may speak */
  readonly leave: (path: Path) => void
}

export const QuestionDeskContext = createContext<QuestionDesk | null>(null)

/** The desk of the survey that is open around the component. */
export function useQuestionDesk(): QuestionDesk {
  const desk = useContext(QuestionDeskContext)
  if (!desk) throw new Error('a question was drawn outside of an open survey')
  return desk
}
