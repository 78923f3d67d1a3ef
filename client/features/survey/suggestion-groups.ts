import type { Path } from '../../../shared/survey/path.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { knownProblemOf } from '../../../shared/welfare/known-problems.ts'
import { suggestionPath } from '../../../shared/welfare/suggestion-warnings.ts'
import type { SuggestionLine } from './problem-lines.ts'

/** Suggestions that are answered together: one problem, for one reason, that stand alike. */
export type SuggestionGroup = {
  /** path of the first one */
  readonly id: Path
  /** of the problem and its reason, whoever it is about */
  readonly key: string
  /** in the order of the list, the first one in its place; one alone where nothing stands like it */
  readonly lines: readonly [SuggestionLine, ...SuggestionLine[]]
}

/**
 * Puts together what is suggested for several people alike, so that it is said once and answered by one tap.
 * @param known what the register says: a problem that it has stands apart from a new one, and with its severity
 * @param apart keys of groups whose lines are to be answered one by one
 */
export function groupSuggestions(
  lines: readonly SuggestionLine[],
  known: SurveyDocument,
  apart: ReadonlySet<string>,
): readonly SuggestionGroup[] {
  const groups = new Map<string, { id: Path; key: string; lines: [SuggestionLine, ...SuggestionLine[]] }>()
  for (const line of lines) {
    const { suggestion, state } = line
    const [, problem] = knownProblemOf(suggestion, known) ?? []
    const key = [suggestion.rule, suggestion.reason.id, problem?.severity ?? ''].join('/')
    const place = `${key}/${apart.has(key) ? suggestion.subject : state.kind}`
    const group = groups.get(place)
    if (group) group.lines.push(line)
    else groups.set(place, { id: suggestionPath(suggestion), key, lines: [line] })
  }
  return [...groups.values()]
}
