import type { Path } from '../survey/path.ts'
import type { SurveyDocument } from '../survey/document.ts'
import type { Paradata } from '../survey/paradata.ts'
import type { Text } from '../text.ts'
import type { VisitDate } from '../survey/visit-date.ts'

/** The phone's own warning that another of its households has a NIK; confirmations name it. */
export const NIK_ELSEWHERE = 'nik-elsewhere'

/** What a person should look at; ids stand in SPEC.md. */
export type QualityKey =
  | 'too-fast'
  | 'at-night'
  | 'in-future'
  | 'too-far'
  | 'poor-accuracy'
  | 'all-same'
  | 'all-none'
  | 'much-unsaid'
  | typeof NIK_ELSEWHERE
  | 'contradiction'

/** Why a survey deserves a second look. It blocks nothing and accuses nobody: the numbers are in the text. */
export type QualityFlag = {
  readonly key: QualityKey
  /** the question to look at; null where it is the whole visit */
  readonly path: Path | null
  readonly text: Text
  /** the numbers that the text rests on: seconds, metres, counts */
  readonly evidence: Readonly<Record<string, number>>
}

/** All that the checks look at. */
export type QualityCase = {
  readonly document: SurveyDocument
  /** what the register or the list said before */
  readonly known: SurveyDocument
  /** `YYYY-MM-DD` */
  readonly visitDate: VisitDate
  /** `YYYY-MM-DD` by a clock that is not the visit's own; left out on the phone */
  readonly today?: string
  /** of all visits together; null where none was recorded */
  readonly paradata: Paradata | null
}
