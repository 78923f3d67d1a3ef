import type { Finding } from '../../../shared/review/findings.ts'
import { lastVisit, type SurveyDocument } from '../../../shared/survey/document.ts'
import { entryOf, type Path } from '../../../shared/survey/path.ts'
import type { SectionKey } from '../../../shared/survey/question.ts'
import { formOf, SECTIONS, sectionAt, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import type { StepState } from '../../ui/layout/steps.tsx'

/** The sections of the questionnaire, then the page on which all of it is looked over. */
export type StepKey = SectionKey | 'check'

export function isStepKey(text: string | undefined): text is StepKey {
  return text === 'check' || SECTIONS.some(({ key }) => key === text)
}

/** What is asked: of a household that was not met, only the visit; where somebody comes again, nothing is submitted. */
export function stepsAsked(document: SurveyDocument): readonly StepKey[] {
  const result = lastVisit(document)?.[1].result
  const keys = sectionsOf(formOf(document)).map(({ key }) => key)
  if (result === 'tidak_di_rumah') return keys.slice(0, 1)
  return [...(result === undefined || result === 'selesai' ? keys : keys.slice(0, 1)), 'check']
}

/** The section where a finding is mended; `visits` and `members` are findings on whole rosters, others on an entry. */
export function stepOf(path: Path): StepKey {
  if (path === 'visits') return 'visit'
  if (/^members$|^(members|families)\/[^/]+$/.test(path)) return 'members'
  // Neither a suggestion nor a problem known before has an entry until it is answered.
  if (/^suggestions\/|^problems\/[^/]+$/.test(path)) return 'problems'
  // A picture that is missing has no entry yet, and so no question.
  if (path.startsWith('attachments/')) return 'closing'
  return sectionAt(path)?.key ?? 'check'
}

/**
 * How far a section is: something odd asks for a look, something missing leaves it open. Before the visit has a result
 * nothing but the visit is asked, so nothing else is done. Problems need no answer: where nobody asked, an empty list of
 * them says nothing.
 * @param askedProblems whether the section of the problems was open
 */
export function stepState(
  key: StepKey,
  document: SurveyDocument,
  findings: readonly Finding[],
  askedProblems = true,
): StepState {
  const own = findings.filter(({ path }) => stepOf(path) === key)
  if (own.some(({ kind, confirmed }) => kind === 'check' && confirmed === null)) return 'attention'
  const isOpen = (some: readonly Finding[]) => some.some(({ confirmed }) => confirmed === null)
  if (isOpen(own)) return 'open'
  const isUnseen = key === 'problems' && !askedProblems && Object.keys(document.problems).length === 0
  if (isUnseen) return 'unseen'
  if (lastVisit(document)?.[1].result === undefined) return 'open'
  return key === 'check' && isOpen(findings) ? 'open' : 'done'
}

/** The first section with something left to do; the last page where there is none. */
export function firstOpenStep(document: SurveyDocument, findings: readonly Finding[]): StepKey {
  const open = stepsAsked(document).find((key) => stepState(key, document, findings) !== 'done')
  return open ?? 'check'
}

/** The steps beside one, null at the ends. */
export function neighbours(
  key: StepKey,
  document: SurveyDocument,
): { readonly before: StepKey | null; readonly after: StepKey | null } {
  const steps = stepsAsked(document)
  const at = steps.indexOf(key)
  return { before: steps[at - 1] ?? null, after: steps[at + 1] ?? null }
}

/** The roster entry that a finding lies in, to be opened before its question can be shown. */
export function entryOfFinding(path: Path): string | null {
  return path.split('/').length === 2 ? null : entryOf(path)
}
