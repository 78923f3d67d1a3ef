import type { SurveyDocument } from '../../../shared/survey/document.ts'
import type { VisitDate } from '../../../shared/survey/visit-date.ts'
import { familyLines } from './family-edits.ts'
import { problemLines } from './problem-lines.ts'

/** Ids of families with their people, then of problems, in the order in which they stand on the screen. */
export function shownEntries(
  document: SurveyDocument,
  visitDate: VisitDate,
  known: SurveyDocument,
): readonly string[] {
  const people = familyLines(document, known).flatMap(({ id, lines }) => [
    id,
    ...lines.map((line) => line.id),
  ])
  const { groups } = problemLines(document, visitDate, known)
  return [...people, ...groups.flatMap(({ entries }) => entries.map(([id]) => id))]
}
