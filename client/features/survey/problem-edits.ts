import type { Answer, ProblemAnswers, SurveyDocument } from '../../../shared/survey/document.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { knownProblemOf } from '../../../shared/welfare/known-problems.ts'
import type { Suggestion } from '../../../shared/welfare/suggestions.ts'
import type { Edit } from '../../ports/field-work.ts'
import { nextOrder } from './roster-order.ts'

/** What came of one act on a problem: the entry that it is about, and what is to be saved. */
export type ProblemAct = { readonly id: string; readonly edits: readonly Edit[] }

/** What a suggestion is answered over: the survey, and what was known of the household before. */
type Over = { readonly document: SurveyDocument; readonly known: SurveyDocument }

/** A suggestion is right: the problem is recorded. How bad it is comes next, unless the register knows it already. */
export function confirmSuggestion(suggestion: Suggestion, over: Over, newId: () => string): ProblemAct {
  const { rule } = suggestion
  const lasting = lastingAnswers(knownProblemOf(suggestion, over.known)?.[1])
  return answering(suggestion, over, newId, { ...lasting, rule, removed: null, removedWhy: null })
}

/** A suggestion does not fit, and why. */
export function declineSuggestion(
  suggestion: Suggestion,
  why: string,
  over: Over,
  newId: () => string,
): ProblemAct {
  const { rule } = suggestion
  return answering(suggestion, over, newId, { rule, removed: 'tidak_terbukti', removedWhy: why.trim() })
}

/** Something else is wrong with the same subject, and why: which problem is asked next, and the rule stays with it. */
export function changeSuggestion(
  suggestion: Suggestion,
  why: string,
  over: Over,
  newId: () => string,
): ProblemAct {
  const { subject, rule } = suggestion
  // In place of the problem that the register has: else that would stand beside the new one for ever.
  const { id, order } = newEntry(suggestion, over, newId)
  return { id, edits: editsOf(id, { order, subject, rule, suggestedFor: subject, changedWhy: why.trim() }) }
}

/**
 * Answers several suggestions alike, each over what the ones before it made of the survey.
 * @returns the edits of all, to be saved together
 */
export function answerAll(
  suggestions: readonly Suggestion[],
  { document, known }: Over,
  answer: (suggestion: Suggestion, over: Over) => ProblemAct,
): readonly Edit[] {
  return suggestions.reduce<readonly Edit[]>((before, suggestion) => {
    const edited = withAnswers(
      document,
      before.map(({ path, to }) => [path, to]),
    )
    return [...before, ...answer(suggestion, { document: edited, known }).edits]
  }, [])
}

/** A problem of the register is still there as it was: what lasts of it is taken over, the rest stands beside its questions. */
export function stillThere(id: string, known: SurveyDocument): readonly Edit[] {
  return editsOf(id, lastingAnswers(known.problems[id]))
}

/** A problem of the register is there no more. */
export function solved(id: string, known: SurveyDocument): readonly Edit[] {
  return editsOf(id, { ...lastingAnswers(known.problems[id]), removed: 'teratasi' })
}

/** Without the rule that once suggested it: where it speaks no more, it is a person's word that the problem stands. */
function lastingAnswers({ rule: _rule, ...problem }: ProblemAnswers = {}): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    Object.entries(problem).filter(([field]) => questionAt(`problems/*/${field}`)?.lasting),
  )
}

/** A declined suggestion is to be looked at once more: nothing is left of a problem that never was one. */
export function askAgain(id: string, document: SurveyDocument): readonly Edit[] {
  if (document.problems[id]?.severity === undefined) return withdrawn(id, document)
  return editsOf(id, { removed: 'batal', removedWhy: null })
}

/** Takes all that was said of a problem back, as if nobody had been asked about it. */
export function withdrawn(id: string, { problems }: SurveyDocument): readonly Edit[] {
  return Object.keys(problems[id] ?? {}).map((field) => ({ path: `problems/${id}/${field}`, to: null }))
}

/** Where the same problem was recorded before and withdrawn or solved, its answers come back with it. */
function answering(
  suggestion: Suggestion,
  over: Over,
  newId: () => string,
  answers: Readonly<Record<string, Answer | null>>,
): ProblemAct {
  const { subject, code } = suggestion
  const [former] =
    Object.entries(over.document.problems).find(
      ([, problem]) => problem.removed !== undefined && problem.subject === subject && problem.code === code,
    ) ?? []
  if (former !== undefined) return { id: former, edits: editsOf(former, answers) }
  const { id, order } = newEntry(suggestion, over, newId)
  const given = Object.entries(answers).filter(([, answer]) => answer !== null)
  return { id, edits: editsOf(id, { order, subject, code, ...Object.fromEntries(given) }) }
}

/** A problem that the register knows keeps its id and its place. */
function newEntry(suggestion: Suggestion, { document: { problems }, known }: Over, newId: () => string) {
  const [id, problem] = knownProblemOf(suggestion, known) ?? []
  if (id === undefined || problems[id] !== undefined) return { id: newId(), order: nextOrder(problems) }
  return { id, order: problem?.order ?? nextOrder(problems) }
}

function editsOf(id: string, answers: Readonly<Record<string, Answer | null>>): readonly Edit[] {
  return Object.entries(answers).map(([field, to]) => ({ path: `problems/${id}/${field}`, to }))
}
