import type { ProblemAnswers, SurveyDocument } from '../../../shared/survey/document.ts'
import { unansweredProblems } from '../../../shared/welfare/known-problems.ts'
import { suggestionPath } from '../../../shared/welfare/suggestion-warnings.ts'
import type { ProblemLines, SuggestionLine } from './problem-lines.ts'

/** A problem that the register knows, and what was said of it. */
export type KnownLine = {
  readonly id: string
  /** as it was known */
  readonly problem: ProblemAnswers
  readonly state: 'waiting' | 'still-there' | 'solved'
}

/** Id of the button that adds a problem. */
export const ADD_PROBLEM = 'add-problem'

/** Everything on the page of the problems, each in one place. */
export type ProblemPlaces = Pick<ProblemLines, 'groups' | 'declined'> & {
  readonly known: readonly KnownLine[]
  readonly suggestions: readonly SuggestionLine[]
}

/**
 * Where each problem stands: what waits for an answer first. What was answered on this page keeps its place there, so
 * that nothing moves under the finger; else it stands with its subject, or with what was declined. Of what keeps its
 * place no question is shown, so what has one open stands with its subject.
 * @param answeredHere paths of suggestions, and ids of problems known before
 * @param unfinished entries with a question that waits for an answer
 */
export function problemPlaces(
  { suggestions: all, groups, declined }: ProblemLines,
  document: SurveyDocument,
  known: SurveyDocument,
  answeredHere: ReadonlySet<string>,
  unfinished: ReadonlySet<string>,
): ProblemPlaces {
  const suggestions = all.filter(({ suggestion, state }) => {
    if (state.kind === 'open' || state.kind === 'rating') return true
    if (state.kind === 'changed' || unfinished.has(state.id)) return false
    return answeredHere.has(suggestionPath(suggestion))
  })
  const lines = knownLines(
    unansweredProblems(
      document,
      known,
      all.map(({ suggestion }) => suggestion),
    ),
    document,
    known,
    new Set([...answeredHere].filter((id) => !unfinished.has(id))),
  )
  const above = new Set([
    ...suggestions.flatMap(({ state }) => (state.kind === 'open' ? [] : [state.id])),
    ...lines.map(({ id }) => id),
  ])
  return {
    known: lines,
    suggestions,
    groups: groups
      .map(({ subject, entries }) => ({ subject, entries: entries.filter(([id]) => !above.has(id)) }))
      .filter(({ entries }) => entries.length > 0),
    declined: declined.filter(([id]) => !above.has(id)),
  }
}

/**
 * Where the focus goes once a problem was withdrawn: to it, to the suggestion that comes up again in its place, or, where
 * nothing is left of it, to what adds another one.
 */
export function placeOfWithdrawn(
  id: string,
  { suggestions, groups }: ProblemLines,
  document: SurveyDocument,
): string {
  if (groups.some(({ entries }) => entries.some(([entry]) => entry === id))) return `problems/${id}`
  const { subject, code } = document.problems[id] ?? {}
  const again = suggestions.find(
    ({ suggestion }) => suggestion.subject === subject && suggestion.code === code,
  )
  return again ? suggestionPath(again.suggestion) : ADD_PROBLEM
}

function knownLines(
  waiting: ReturnType<typeof unansweredProblems>,
  document: SurveyDocument,
  known: SurveyDocument,
  answeredHere: ReadonlySet<string>,
): readonly KnownLine[] {
  const waits = new Set(waiting.map(([id]) => id))
  return Object.entries(known.problems)
    .filter(([id]) => waits.has(id) || (answeredHere.has(id) && document.problems[id] !== undefined))
    .sort(([a, one], [b, other]) => (one.order ?? 0) - (other.order ?? 0) || (a < b ? -1 : 1))
    .map(([id, problem]) => ({ id, problem, state: stateOf(id, document) }))
}

function stateOf(id: string, { problems }: SurveyDocument): KnownLine['state'] {
  if (problems[id] === undefined) return 'waiting'
  return problems[id].removed === undefined ? 'still-there' : 'solved'
}
