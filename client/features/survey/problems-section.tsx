import type { ProblemAnswers, Roster } from '../../../shared/survey/document.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { clipboardCheckIcon, plusIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { ConfidentialVisit } from './confidential-visit.tsx'
import type { RosterProps } from './members-section.tsx'
import { ProblemCard } from './problem-card.tsx'
import { nextOrder } from './roster-order.ts'
import { surveyWords } from './words.ts'

/** What is wrong in this household: whose problem first, then which, then how bad. */
export function ProblemsSection({ newId, findings, entry, onOpen }: RosterProps) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const { problems } = desk.document
  const shown = shownProblems(problems)

  const withdraw = (id: string, removed: 'batal' | null) => {
    desk.choose([{ path: `problems/${id}/removed`, to: removed }])
    onOpen(entry === id ? null : entry, `problems/${id}`)
  }
  const add = () => {
    const id = newId()
    desk.choose([{ path: `problems/${id}/order`, to: nextOrder(problems) }])
    onOpen(id, `problems/${id}/subject`)
  }

  return (
    <div class="stack">
      {shown.length === 0 && (
        <EmptyState icon={clipboardCheckIcon} title={words.noProblems}>
          {words.noProblemsText}
        </EmptyState>
      )}
      {shown.map(([id, problem]) => (
        <ProblemCard
          key={id}
          id={id}
          problem={problem}
          findings={findings.filter(({ path }) => path.startsWith(`problems/${id}/`))}
          isOpen={entry === id}
          onEdit={() => onOpen(id, `problems/${id}`)}
          onClose={() => onOpen(null, `problems/${id}`)}
          onWithdraw={() => withdraw(id, 'batal')}
          onBringBack={() => withdraw(id, null)}
        />
      ))}
      <Button wide icon={plusIcon} onClick={add}>
        {words.addProblem}
      </Button>
      <ConfidentialVisit />
    </div>
  )
}

/** In their order; withdrawn ones keep their place, but for those that never were a problem. */
function shownProblems(problems: Roster<ProblemAnswers>): readonly (readonly [string, ProblemAnswers])[] {
  return Object.entries(problems)
    .filter(([, { removed, code }]) => removed === undefined || code !== undefined)
    .sort(([a, one], [b, other]) => (one.order ?? 0) - (other.order ?? 0) || (a < b ? -1 : 1))
}
