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

/** Everything on the page of the problems, each in one place. */
export type ProblemPlaces = Pick<ProblemLines, 'groups' | 'declined'> & {
  readonly known: readonly KnownLine[]
  readonly suggestions: readonly SuggestionLine[]
}

/**
 * Where each problem stands: what waits for an answer first. What was answered on this page keeps its place there, so
 * that nothing moves under the finger; else it stands with its subject, or with what was declined.
 * @param answeredHere paths of suggestions, and ids of problems known before
 */
export function problemPlaces(
  { suggestions: all, groups, declined }: ProblemLines,
  document: SurveyDocument,
  known: SurveyDocument,
  answeredHere: ReadonlySet<string>,
): ProblemPlaces {
  const suggestions = all.filter(({ suggestion, state }) => {
    if (state.kind === 'open' || state.kind === 'rating') return true
    return state.kind !== 'changed' && answeredHere.has(suggestionPath(suggestion))
  })
  const lines = knownLines(
    unansweredProblems(
      document,
      known,
      all.map(({ suggestion }) => suggestion),
    ),
    document,
    known,
    answeredHere,
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
