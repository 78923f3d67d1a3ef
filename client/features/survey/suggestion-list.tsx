import { useState } from 'preact/hooks'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { suggestionPath } from '../../../shared/welfare/suggestion-warnings.ts'
import type { Suggestion } from '../../../shared/welfare/suggestions.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { changeSuggestion, confirmSuggestion, declineSuggestion } from './problem-edits.ts'
import type { SuggestionLine } from './problem-lines.ts'
import { problemWords } from './problem-words.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import type { UndoableAct } from './use-undoable-act.ts'

type Props = {
  readonly lines: readonly SuggestionLine[]
  readonly newId: () => string
  readonly act: UndoableAct
  /** opens the entry of a problem that was chosen in place of a suggestion */
  readonly onOpen: (entry: string) => void
}

/**
 * Suggestions to be answered one after the other. Those that were answered before are left out; those answered here
 * keep their place as a line, so that nothing moves under the finger.
 */
export function SuggestionList({ lines, newId, act, onOpen }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(problemWords)
  const text = useText()
  const [answeredHere, setAnsweredHere] = useState<ReadonlySet<string>>(new Set())
  const [declining, setDeclining] = useState<string | null>(null)
  const shown = lines.filter(
    ({ suggestion, state }) =>
      state.kind === 'open' || state.kind === 'rating' || answeredHere.has(suggestionPath(suggestion)),
  )
  const open = lines.filter(({ state }) => state.kind === 'open').length
  if (shown.length === 0) return null

  const answered = (suggestion: Suggestion) => {
    setDeclining(null)
    setAnsweredHere(new Set([...answeredHere, suggestionPath(suggestion)]))
  }
  const decline = (suggestion: Suggestion, why: string) => {
    const { edits } = declineSuggestion(suggestion, why, desk.document, newId)
    act(edits, words.wasDeclined(nameOf(suggestion)))
    answered(suggestion)
  }
  const confirm = (suggestion: Suggestion) => {
    desk.choose(confirmSuggestion(suggestion, desk.document, newId).edits)
    answered(suggestion)
  }
  const change = (suggestion: Suggestion) => {
    const { id, edits } = changeSuggestion(suggestion, desk.document, newId)
    desk.choose(edits)
    answered(suggestion)
    onOpen(id)
  }
  const nameOf = ({ code }: Suggestion) => {
    const problem = findOrdinaryProblem(code)
    return problem ? text(problem.text) : code
  }
  return (
    <section class="suggestions" aria-labelledby="suggestions">
      <h3 id="suggestions" tabIndex={-1}>
        {open > 0 ? words.suggested(open) : words.suggestedNone}
      </h3>
      {shown.map((line) => {
        const path = suggestionPath(line.suggestion)
        const { state } = line
        return (
          <SuggestionCard
            key={path}
            line={line}
            isDeclining={declining === path}
            onConfirm={() => confirm(line.suggestion)}
            onChange={() => change(line.suggestion)}
            onAskWhy={(isDeclining) => setDeclining(isDeclining ? path : null)}
            onDecline={(why) => decline(line.suggestion, why)}
            onTakeBack={() =>
              state.kind === 'rating' && desk.choose([{ path: `problems/${state.id}/removed`, to: 'batal' }])
            }
          />
        )
      })}
    </section>
  )
}
