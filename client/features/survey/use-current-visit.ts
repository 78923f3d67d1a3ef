import { useMemo, useState } from 'preact/hooks'
import { entriesOf, type SurveyDocument, type VisitAnswers } from '../../../shared/survey/document.ts'

/** The visit whose result is asked now; it has no entry until its first answer. */
export type CurrentVisit = {
  readonly id: string
  /** null until something of it was answered */
  readonly visit: VisitAnswers | null
  /** the others, in their order */
  readonly earlier: readonly (readonly [id: string, visit: VisitAnswers])[]
  /** how often nobody was at home, this visit included */
  readonly timesNobodyHome: number
  readonly begin: () => void
  /** back to the last one, to mend it */
  readonly resume: () => void
}

type Visits = SurveyDocument['visits']

/**
 * A survey is opened at its last visit, or at a new one where the last ended with a day to come again: whoever
 * opens it then stands at the door once more. The same object as long as the visits are.
 */
export function useCurrentVisit(roster: Visits, newId: () => string): CurrentVisit {
  const [freshId] = useState(newId)
  const [isFresh, setFresh] = useState(() => awaitsVisit(roster))
  return useMemo(() => {
    const visits = entriesOf(roster)
    const last = visits.at(-1)
    const id = isFresh || !last ? freshId : last[0]
    return {
      id,
      visit: roster[id] ?? null,
      earlier: visits.filter(([each]) => each !== id),
      timesNobodyHome: visits.filter(([, { result }]) => result === 'tidak_di_rumah').length,
      begin: () => setFresh(true),
      resume: () => setFresh(false),
    }
  }, [roster, freshId, isFresh])
}

function awaitsVisit(visits: Visits): boolean {
  const last = entriesOf(visits).at(-1)?.[1]
  return last?.result === 'tidak_di_rumah' && last.revisitOn !== undefined
}
