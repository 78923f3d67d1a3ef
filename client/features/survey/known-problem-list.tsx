import type { Path } from '../../../shared/survey/path.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useWords } from '../../ui/language/language.ts'
import { KnownProblemCard } from './known-problem-card.tsx'
import { solved, stillThere, withdrawn } from './problem-edits.ts'
import type { KnownLine } from './problem-places.ts'
import { problemWords } from './problem-words.ts'
import type { UndoableAct } from './use-undoable-act.ts'

type Props = {
  readonly lines: readonly KnownLine[]
  readonly act: UndoableAct
  /** it was answered: it keeps its place as a line */
  readonly onAnswered: (id: string) => void
  /** opens the entry of a problem that is another by now, or of which something was never asked */
  readonly onOpen: (entry: string, focus?: Path) => void
}

/** What the register knows of this household's problems, to be asked about one by one. */
export function KnownProblemList({ lines, act, onAnswered, onOpen }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(problemWords)
  if (lines.length === 0) return null
  const { document, record } = desk
  const waiting = lines.filter(({ state }) => state === 'waiting').length
  return (
    <section class="suggestions" aria-labelledby="known-problems">
      <h3 id="known-problems" tabIndex={-1}>
        {waiting > 0 ? words.knownCount(waiting) : words.knownAnswered}
      </h3>
      {lines.map((line) => (
        <KnownProblemCard
          key={line.id}
          line={line}
          onStill={() => {
            desk.choose(stillThere(line.id, record.known))
            const missing = desk.findings.find(({ path }) => path.startsWith(`problems/${line.id}/`))
            if (missing) onOpen(line.id, missing.path)
            else onAnswered(line.id)
          }}
          onChanged={() => {
            desk.choose(stillThere(line.id, record.known))
            onOpen(line.id)
          }}
          onSolved={() => {
            desk.choose(solved(line.id, record.known))
            onAnswered(line.id)
          }}
          onTakeBack={() => act(withdrawn(line.id, document), words.wasTakenBack, `problems/${line.id}`)}
        />
      ))}
    </section>
  )
}
