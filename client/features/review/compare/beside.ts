import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { SurveyDocument } from '../../../../shared/survey/document.ts'
import type { SayAnswer } from './say-answer.ts'
import type { VisitDate } from '../../../../shared/survey/visit-date.ts'

/** What the parts of a comparison share: how answers are said and what stands beside the survey. */
export type Beside = {
  readonly say: SayAnswer
  /** the survey first, then what was known */
  readonly documents: readonly SurveyDocument[]
  /** `YYYY-MM-DD`; ages are told on it */
  readonly visitDate: VisitDate
  /** what the survey is compared with: `Daftar kementerian 31 Okt 2026` */
  readonly source: string
}

export const BesideContext = createContext<Beside>({
  say: (_question, answer) => String(answer),
  documents: [],
  visitDate: '',
  source: '',
})

export function useBeside(): Beside {
  return useContext(BesideContext)
}
