import type { ProblemAnswers, SurveyDocument } from '../../../shared/survey/document.ts'
import {
  openSuggestions,
  suggestionsFor,
  answerTo,
  type Suggestion,
} from '../../../shared/welfare/suggestions.ts'
import type { VisitDate } from '../../../shared/survey/visit-date.ts'

type Entry = readonly [id: string, problem: ProblemAnswers]

/** How a suggestion was answered; `rating` while nobody has said how bad it is. */
export type SuggestionState =
  | { readonly kind: 'open' }
  | { readonly kind: 'rating' | 'recorded' | 'changed' | 'declined'; readonly id: string }

export type SuggestionLine = { readonly suggestion: Suggestion; readonly state: SuggestionState }

/** All problems of a survey as its section shows them. */
export type ProblemLines = {
  /** in the order of the rules, answered ones among them */
  readonly suggestions: readonly SuggestionLine[]
  /** recorded and withdrawn ones by subject: the household first, then families, then members */
  readonly groups: readonly { readonly subject: string; readonly entries: readonly Entry[] }[]
  readonly declined: readonly Entry[]
}

/** A problem that is open keeps its place, whoever it is given to meanwhile. */
export type HeldPlace = { readonly id: string; readonly subject: string }

/**
 * A problem stands in one place alone: with its suggestion until it is rated, then with its subject. What was
 * withdrawn and is suggested again stands with the suggestion, which brings it back.
 */
export function problemLines(
  document: SurveyDocument,
  visitDate: VisitDate,
  known: SurveyDocument,
  held: HeldPlace | null = null,
): ProblemLines {
  const suggestions = suggestionsFor(document, visitDate, known).map((suggestion) => ({
    suggestion,
    state: stateOf(suggestion, document),
  }))
  const rating = new Set(suggestions.flatMap(({ state }) => (state.kind === 'rating' ? [state.id] : [])))
  const open = new Set(
    openSuggestions(document, visitDate, known).map(({ subject, code }) => `${subject} ${code}`),
  )
  const entries = Object.entries(document.problems).sort(
    ([a, one], [b, other]) => (one.order ?? 0) - (other.order ?? 0) || (a < b ? -1 : 1),
  )
  const shown = entries.filter(([id, { removed, code, subject }]) => {
    if (rating.has(id) || removed === 'tidak_terbukti') return false
    return removed === undefined || (code !== undefined && !open.has(`${subject} ${code}`))
  })
  const placeOf = ([id, { subject = '' }]: Entry) => (held?.id === id ? held.subject : subject)
  const subjects = [...new Set(shown.map(placeOf))]
  return {
    suggestions,
    groups: subjects
      .sort((a, b) => rankOf(a, document) - rankOf(b, document))
      .map((subject) => ({
        subject,
        entries: shown.filter((entry) => placeOf(entry) === subject),
      })),
    declined: entries.filter(([, { removed }]) => removed === 'tidak_terbukti'),
  }
}

function stateOf(suggestion: Suggestion, document: SurveyDocument): SuggestionState {
  const [id, problem] = answerTo(suggestion, document) ?? []
  if (id === undefined || problem === undefined) return { kind: 'open' }
  if (problem.removed !== undefined) return { kind: 'declined', id }
  if (problem.code !== suggestion.code) return { kind: 'changed', id }
  const isRated = problem.severity !== undefined || problem.rule !== suggestion.rule
  return { kind: isRated ? 'recorded' : 'rating', id }
}

/** The household, its families, its members in their order, then what has no subject yet. */
function rankOf(subject: string, { families, members }: SurveyDocument): number {
  const [kind, id = ''] = subject.split(':')
  const order = (kind === 'family' ? families[id]?.order : members[id]?.order) ?? 999
  switch (kind) {
    case 'household':
      return 0
    case 'family':
      return 1000 + order
    case 'member':
      return 100_000 + order
    default:
      return Infinity
  }
}
