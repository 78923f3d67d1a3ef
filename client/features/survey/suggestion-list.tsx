import { useState } from 'preact/hooks'
import type { Suggestion } from '../../../shared/welfare/suggestions.ts'
import type { Edit } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useWords } from '../../ui/language/language.ts'
import {
  answerAll,
  askAgain,
  changeSuggestion,
  confirmSuggestion,
  declineSuggestion,
} from './problem-edits.ts'
import type { SuggestionLine } from './problem-lines.ts'
import { problemWords } from './problem-words.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import { groupSuggestions, type SuggestionGroup } from './suggestion-groups.ts'
import type { Doubt } from './suggestion-reasons.tsx'
import type { UndoableAct } from './use-undoable-act.ts'

type Props = {
  /** open ones, those being rated, and those that were answered here */
  readonly lines: readonly SuggestionLine[]
  readonly newId: () => string
  readonly act: UndoableAct
  /** these were answered: they keep their place as a line */
  readonly onAnswered: (suggestions: readonly Suggestion[]) => void
  /** opens the entry of a problem that was chosen in place of a suggestion */
  readonly onOpen: (entry: string) => void
  /** these are to be looked at where all problems stand */
  readonly onLook: (entries: readonly string[]) => void
}

/**
 * Suggestions to be answered one after the other, those that are alike together. Those that were answered before are
 * left out; those answered here keep their place as a line, so that nothing moves under the finger.
 */
export function SuggestionList({ lines, newId, act, onAnswered, onOpen, onLook }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(problemWords)
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set())
  const [doubted, setDoubted] = useState<{ readonly id: string; readonly doubt: Doubt } | null>(null)
  if (lines.length === 0) return null

  const { document, record } = desk
  const groups = groupSuggestions(lines, record.known, apart)
  // A card is answered once its problem is rated, too.
  const waiting = groups.filter(({ lines: [{ state }] }) => ['open', 'rating'].includes(state.kind)).length
  const over = { document, known: record.known }
  const suggestionsOf = (group: SuggestionGroup) => group.lines.map(({ suggestion }) => suggestion)
  const entriesOf = (group: SuggestionGroup) =>
    group.lines.flatMap(({ state }) => (state.kind === 'open' ? [] : [state.id]))
  const reopened = (group: SuggestionGroup) => entriesOf(group).flatMap((id) => askAgain(id, document))

  const confirm = (group: SuggestionGroup) => {
    desk.choose(
      answerAll(suggestionsOf(group), over, (each, before) => confirmSuggestion(each, before, newId)),
    )
    onAnswered(suggestionsOf(group))
  }
  const decline = (group: SuggestionGroup, why: string) => {
    const all = suggestionsOf(group)
    const edits = answerAll(all, over, (each, before) => declineSuggestion(each, why, before, newId))
    act(edits, words.wereDeclined(all.length), group.id)
    onAnswered(all)
  }
  const change = ({ lines: [{ suggestion }] }: SuggestionGroup, why: string) => {
    const { id, edits } = changeSuggestion(suggestion, why, over, newId)
    desk.choose(edits)
    onOpen(id)
  }
  const rate = (group: SuggestionGroup, severity: string) => {
    const edits = entriesOf(group).map((id): Edit => ({ path: `problems/${id}/severity`, to: severity }))
    if (edits.length > 1) act(edits, words.wereRecorded(edits.length), group.id)
    else desk.choose(edits)
    onAnswered(suggestionsOf(group))
  }
  const look = (group: SuggestionGroup) => {
    const [{ state }] = group.lines
    if (state.kind === 'declined') desk.choose(reopened(group))
    else onLook(entriesOf(group))
  }
  return (
    <section class="suggestions" aria-labelledby="suggestions">
      <h3 id="suggestions" tabIndex={-1}>
        {waiting > 0 ? words.suggested(waiting) : words.suggestedNone}
      </h3>
      {groups.map((group) => (
        <SuggestionCard
          key={group.id}
          group={group}
          doubt={doubted?.id === group.id ? doubted.doubt : null}
          onConfirm={() => confirm(group)}
          onDoubt={(doubt) => setDoubted(doubt && { id: group.id, doubt })}
          onReason={(why) => {
            setDoubted(null)
            if (doubted?.doubt === 'change') change(group, why)
            else decline(group, why)
          }}
          onPart={() => setApart(new Set([...apart, group.key]))}
          onTakeBack={() => desk.choose(reopened(group))}
          onRate={(severity) => rate(group, severity)}
          onLook={() => look(group)}
        />
      ))}
    </section>
  )
}
