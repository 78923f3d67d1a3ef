import { useRef } from 'preact/hooks'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { clipboardCheckIcon } from '../../ui/icons/lucide-late.ts'
import { plusIcon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { ConfidentialVisit } from './confidential-visit.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { DeclinedList } from './declined-list.tsx'
import type { RosterProps } from './members-section.tsx'
import { ProblemCard } from './problem-card.tsx'
import { problemLines, type HeldPlace } from './problem-lines.ts'
import { problemWords } from './problem-words.ts'
import { nextOrder } from './roster-order.ts'
import { useSubjectName } from './subject-name.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useUndoableAct } from './use-undoable-act.ts'
import { surveyWords } from './words.ts'
import './problems.css'

/** What is wrong in this household: what the answers suggest first, then what is recorded, by whose it is. */
export function ProblemsSection({ newId, findings, entry, onOpen }: RosterProps) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const ownWords = useWords(problemWords)
  const text = useText()
  const subjectName = useSubjectName()
  const act = useUndoableAct()
  const { document, record, visitDate } = desk
  const { known } = record
  const held = useHeldPlace(entry)
  const { suggestions, groups, declined } = problemLines(document, visitDate, known, held)
  const suggestionOf = (id: string) =>
    suggestions.find(({ state }) => state.kind !== 'open' && state.id === id)?.suggestion

  const withdraw = (id: string) => {
    const problem = findOrdinaryProblem(document.problems[id]?.code ?? '')
    const said = ownWords.wasWithdrawn(problem ? text(problem.text) : words.newProblem)
    act([{ path: `problems/${id}/removed`, to: 'batal' }], said)
    onOpen(entry === id ? null : entry, `problems/${id}`)
  }
  const bringBack = (id: string) => {
    desk.choose([{ path: `problems/${id}/removed`, to: null }])
    onOpen(entry, `problems/${id}`)
  }
  const add = () => {
    const id = newId()
    desk.choose([{ path: `problems/${id}/order`, to: nextOrder(document.problems) }])
    onOpen(id, `problems/${id}/subject`)
  }

  return (
    <div class="stack-wide">
      <SuggestionList
        lines={suggestions}
        newId={newId}
        act={act}
        onOpen={(id) => onOpen(id, `problems/${id}/code`)}
      />
      <div class="stack">
        {groups.length === 0 && suggestions.every(({ state }) => state.kind !== 'open') && (
          <EmptyState icon={clipboardCheckIcon} title={words.noProblems}>
            {words.noProblemsText}
          </EmptyState>
        )}
        {groups.map(({ subject, entries }) => (
          <section key={subject} class="stack" aria-label={nameOf(subject)}>
            <h3 class="question-heading">{nameOf(subject)}</h3>
            {entries.map(([id, problem]) => (
              <ProblemCard
                key={id}
                id={id}
                problem={problem}
                suggestion={suggestionOf(id)}
                findings={findings.filter(({ path }) => path.startsWith(`problems/${id}/`))}
                isOpen={entry === id}
                onEdit={() => onOpen(id, `problems/${id}`)}
                onClose={() => onOpen(null, `problems/${id}`)}
                onWithdraw={() => withdraw(id)}
                onBringBack={() => bringBack(id)}
              />
            ))}
          </section>
        ))}
        <Button wide icon={plusIcon} onClick={add}>
          {words.addProblem}
        </Button>
      </div>
      <div>
        <CriteriaList />
        <DeclinedList declined={declined} />
      </div>
      <ConfidentialVisit />
    </div>
  )

  function nameOf(subject: string): string {
    return subject === '' ? ownWords.beingAdded : subjectName(subject, document, known)
  }
}

/** Where the open problem stood when it was opened. */
function useHeldPlace(entry: string | null): HeldPlace | null {
  const { document } = useQuestionDesk()
  const held = useRef<HeldPlace | null>(null)
  if (held.current?.id !== entry) {
    held.current = entry === null ? null : { id: entry, subject: document.problems[entry]?.subject ?? '' }
  }
  return held.current
}
