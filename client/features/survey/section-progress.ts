import { answeredCount, openFindings, type Finding } from '../../../shared/review/findings.ts'
import { entriesOf, type SurveyDocument } from '../../../shared/survey/document.ts'
import { answerAt, entryOf } from '../../../shared/survey/path.ts'
import type { SectionKey } from '../../../shared/survey/question.ts'
import { formOf, questionAt, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import { expectedPhotos, takenOf } from '../../../shared/survey/expected-photos.ts'
import { placeOfFinding } from './finding-places.ts'
import type { VisitDate } from '../../../shared/survey/visit-date.ts'

/**
 * How much of a section is done, of all that has to be: required questions, expected pictures, and each problem once,
 * whether recorded, suggested or known before, however much of it is missing. What keeps the survey from being submitted
 * is never done.
 */
export function sectionProgress(
  key: SectionKey,
  document: SurveyDocument,
  findings: readonly Finding[],
  visitDate: VisitDate,
): { readonly done: number; readonly asked: number } {
  const open = openFindings(findings).filter((finding) => placeOfFinding(finding).step === key)
  if (key === 'problems') return problemProgress(document, open)
  const questions = sectionsOf(formOf(document)).find((section) => section.key === key)?.questions ?? []
  const wrong = open.filter(
    ({ kind, path }) =>
      kind === 'check' &&
      answerAt(document, path) !== null &&
      questionAt(path)?.required?.({ document, entry: entryOf(path), visitDate }),
  )
  const answered = answeredCount(questions, document, visitDate) - new Set(wrong.map(({ path }) => path)).size
  const done = answered + (key === 'closing' ? takenPhotos(document) : 0)
  return { done, asked: done + open.length }
}

function problemProgress(document: SurveyDocument, open: readonly Finding[]) {
  const recorded = entriesOf(document.problems).map(([id]) => id)
  const unfinished = new Set(open.map(({ path }) => entryOf(path) ?? path))
  const done = recorded.filter((id) => !unfinished.has(id)).length
  return { done, asked: done + unfinished.size }
}

function takenPhotos(document: SurveyDocument): number {
  return expectedPhotos(document).filter((photo) => takenOf(photo, document).length > 0).length
}
