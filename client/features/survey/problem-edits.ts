import type { Answer, SurveyDocument } from '../../../shared/survey/document.ts'
import type { Suggestion } from '../../../shared/welfare/suggestions.ts'
import type { Edit } from '../../ports/field-work.ts'
import { nextOrder } from './roster-order.ts'

/** What came of one act on a problem: the entry that it is about, and what is to be saved. */
export type ProblemAct = { readonly id: string; readonly edits: readonly Edit[] }

/** A suggestion is right: the problem is recorded, how bad it is comes next. */
export function confirmSuggestion(
  suggestion: Suggestion,
  document: SurveyDocument,
  newId: () => string,
): ProblemAct {
  const { rule } = suggestion
  return answering(suggestion, document, newId, { rule, removed: null, removedWhy: null })
}

/** A suggestion does not fit, and why. */
export function declineSuggestion(
  suggestion: Suggestion,
  why: string,
  document: SurveyDocument,
  newId: () => string,
): ProblemAct {
  const { rule } = suggestion
  return answering(suggestion, document, newId, { rule, removed: 'tidak_terbukti', removedWhy: why.trim() })
}

/** Something else is wrong with the same subject: which problem is asked next, and the rule stays with it. */
export function changeSuggestion(
  { subject, rule }: Suggestion,
  { problems }: SurveyDocument,
  newId: () => string,
): ProblemAct {
  const id = newId()
  return { id, edits: editsOf(id, { order: nextOrder(problems), subject, rule }) }
}

/** A declined suggestion is to be looked at once more: nothing is left of a problem that never was one. */
export function askAgain(id: string, { problems }: SurveyDocument): readonly Edit[] {
  const problem = problems[id] ?? {}
  if (problem.severity !== undefined) return editsOf(id, { removed: 'batal', removedWhy: null })
  return Object.keys(problem).map((field) => ({ path: `problems/${id}/${field}`, to: null }))
}

/** Where the same problem was recorded before and withdrawn, its answers come back with it. */
function answering(
  { subject, code }: Suggestion,
  { problems }: SurveyDocument,
  newId: () => string,
  answers: Readonly<Record<string, Answer | null>>,
): ProblemAct {
  const [withdrawn] =
    Object.entries(problems).find(
      ([, problem]) => problem.removed === 'batal' && problem.subject === subject && problem.code === code,
    ) ?? []
  if (withdrawn !== undefined) return { id: withdrawn, edits: editsOf(withdrawn, answers) }
  const id = newId()
  const given = Object.entries(answers).filter(([, answer]) => answer !== null)
  return {
    id,
    edits: editsOf(id, { order: nextOrder(problems), subject, code, ...Object.fromEntries(given) }),
  }
}

function editsOf(id: string, answers: Readonly<Record<string, Answer | null>>): readonly Edit[] {
  return Object.entries(answers).map(([field, to]) => ({ path: `problems/${id}/${field}`, to }))
}
