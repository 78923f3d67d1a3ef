import { isSettled, openFindings, type Finding } from '../../../shared/review/findings.ts'
import { lastVisit, type SurveyDocument } from '../../../shared/survey/document.ts'
import { formOf, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import type { StepState } from '../../ui/layout/steps.tsx'
import { placeOfFinding } from './finding-places.ts'
import type { StepKey } from './step-key.ts'

/** What is asked: of a household that was not met, only the visit; where somebody comes again, nothing is submitted. */
export function stepsAsked(document: SurveyDocument): readonly StepKey[] {
  const result = lastVisit(document)?.[1].result
  const keys = sectionsOf(formOf(document)).map(({ key }) => key)
  if (result === 'tidak_di_rumah') return keys.slice(0, 1)
  return [...(result === undefined || result === 'selesai' ? keys : keys.slice(0, 1)), 'check']
}

/**
 * How far a step is by what is settled in it, as its progress counts: something wrong asks for a look, something missing
 * leaves it open; what is only odd stands on the last page. Before the visit has a result
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
  const own = openFindings(findings).filter((finding) => placeOfFinding(finding).step === key)
  if (own.some(({ kind }) => kind === 'check')) return 'attention'
  if (own.length > 0) return 'open'
  const isUnseen = key === 'problems' && !askedProblems && Object.keys(document.problems).length === 0
  if (isUnseen) return 'unseen'
  if (lastVisit(document)?.[1].result === undefined) return 'open'
  return key === 'check' && !isSettled(findings) ? 'open' : 'done'
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
