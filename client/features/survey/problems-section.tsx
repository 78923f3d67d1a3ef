import { useRef, useState } from 'preact/hooks'
import { openFindings } from '../../../shared/review/findings.ts'
import { suggestionPath } from '../../../shared/welfare/suggestion-warnings.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { clipboardCheckIcon } from '../../ui/icons/lucide-late.ts'
import { plusIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { useStable } from '../../ui/use-stable.ts'
import { ConfidentialVisit } from './confidential-visit.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { DeclinedList } from './declined-list.tsx'
import { placeOfFinding } from './finding-places.ts'
import { KnownProblemList } from './known-problem-list.tsx'
import type { RosterProps } from './members-section.tsx'
import { ProblemCard } from './problem-card.tsx'
import { problemLines, type HeldPlace } from './problem-lines.ts'
import { ADD_PROBLEM, placeOfWithdrawn, problemPlaces } from './problem-places.ts'
import { problemWords } from './problem-words.ts'
import { nextOrder } from './roster-order.ts'
import { useSubjectName } from './subject-name.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useUndoableAct } from './use-undoable-act.ts'
import { surveyWords } from './words.ts'
import './problems.css'

/**
 * What is wrong in this household: what the register knows and what the answers suggest first, then what is recorded,
 * by whose it is.
 */
export function ProblemsSection({ newId, entry, onOpen }: RosterProps) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const ownWords = useWords(problemWords)
  const subjectName = useSubjectName()
  const act = useUndoableAct(useStable((back) => onOpen(entry, back)))
  const [answeredHere, setAnsweredHere] = useState<ReadonlySet<string>>(new Set())
  const { document, record, visitDate, findings } = desk
  const { known } = record
  const lines = problemLines(document, visitDate, known, useHeldPlace(entry))
  const unfinished = openFindings(findings)
    .map(placeOfFinding)
    .flatMap((place) => (place.step === 'problems' && place.entry !== null ? [place.entry] : []))
  const places = problemPlaces(lines, document, known, answeredHere, new Set(unfinished))
  const suggestionOf = (id: string) =>
    lines.suggestions.find(({ state }) => state.kind !== 'open' && state.id === id)?.suggestion
  const answered = (keys: readonly string[]) => setAnsweredHere(new Set([...answeredHere, ...keys]))

  /** Once opened, a problem stands with its subject. */
  const openEntry = (id: string, focus = `problems/${id}`) => {
    const moved = suggestionOf(id)
    const keys = [id, ...(moved ? [suggestionPath(moved)] : [])]
    setAnsweredHere(new Set([...answeredHere].filter((key) => !keys.includes(key))))
    onOpen(id, focus)
  }
  const look = (ids: readonly string[]) => {
    const [first = ''] = ids
    if (ids.length === 1) return openEntry(first)
    const moved = new Set(ids.map(suggestionOf).flatMap((each) => (each ? [suggestionPath(each)] : [])))
    setAnsweredHere(new Set([...answeredHere].filter((key) => !moved.has(key))))
    onOpen(null, `problems/${first}`)
  }
  const withdraw = (id: string) => {
    act([{ path: `problems/${id}/removed`, to: 'batal' }], ownWords.wasWithdrawn, `problems/${id}`)
    const after = problemLines(desk.document, visitDate, known)
    onOpen(entry === id ? null : entry, placeOfWithdrawn(id, after, desk.document))
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
  const isEmpty = places.groups.length + places.known.length + places.suggestions.length === 0

  return (
    <div class="stack-wide">
      <KnownProblemList
        lines={places.known}
        act={act}
        onAnswered={(id) => answered([id])}
        onOpen={openEntry}
      />
      <SuggestionList
        lines={places.suggestions}
        newId={newId}
        act={act}
        onAnswered={(suggestions) => answered(suggestions.map(suggestionPath))}
        onOpen={(id) => openEntry(id, `problems/${id}/code`)}
        onLook={look}
      />
      <div class="stack">
        {isEmpty && (
          <EmptyState icon={clipboardCheckIcon} title={words.noProblems}>
            {words.noProblemsText}
          </EmptyState>
        )}
        {places.groups.map(({ subject, entries }) => (
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
        <Button id={ADD_PROBLEM} wide icon={plusIcon} onClick={add}>
          {words.addProblem}
        </Button>
      </div>
      <div>
        <CriteriaList />
        <DeclinedList declined={places.declined} />
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
