import { entriesOf, isRosterName, type SurveyDocument } from './document.ts'
import { answerAt, pathOf, withAnswers, type Path } from './path.ts'
import { formOf, questionsIn } from './questionnaire.ts'
import type { VisitDate } from './visit-date.ts'

/**
 * The document without answers that its questionnaire no longer asks for: whoever corrects a birth date leaves the
 * answers of another age behind. Removed entries keep theirs.
 * @param visitDate `YYYY-MM-DD`
 */
export function askedAnswers(document: SurveyDocument, visitDate: VisitDate): SurveyDocument {
  const left = questionsIn(formOf(document)).flatMap(({ path: pattern, relevant }): Path[] => {
    if (!relevant) return []
    const part = pattern.split('/')[0] ?? ''
    const entries = isRosterName(part)
      ? entriesOf<{ order?: number; removed?: string }>(document[part]).map(([id]) => id)
      : [null]
    return entries
      .filter((entry) => answerAt(document, pathOf(pattern, entry)) !== null)
      .filter((entry) => !relevant({ document, entry, visitDate }))
      .map((entry) => pathOf(pattern, entry))
  })
  if (left.length === 0) return document
  // What was asked because of one of these is not asked either.
  return askedAnswers(
    withAnswers(
      document,
      left.map((path) => [path, null]),
    ),
    visitDate,
  )
}
