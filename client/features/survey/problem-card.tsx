import type { ProblemAnswers } from '../../../shared/survey/document.ts'
import type { Finding } from '../../../shared/review/findings.ts'
import { reasonText } from '../../../shared/survey/reason-phrases.ts'
import { SEVERITIES } from '../../../shared/survey/sections/problems.ts'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { codeOfRule, type Suggestion } from '../../../shared/welfare/suggestions.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { EntrySigns } from './entry-signs.tsx'
import { ProblemQuestions } from './problem-questions.tsx'
import { problemWords } from './problem-words.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly id: string
  readonly problem: ProblemAnswers
  /** the suggestion that it came from, as far as its answers still speak for it */
  readonly suggestion: Suggestion | undefined
  /** of this problem */
  readonly findings: readonly Finding[]
  readonly isOpen: boolean
  readonly onEdit: () => void
  readonly onClose: () => void
  readonly onWithdraw: () => void
  readonly onBringBack: () => void
}

/** One problem: which, how bad, where it came from, opened by one tap; open, its questions. */
export function ProblemCard({ id, problem, suggestion, findings, isOpen, ...on }: Props) {
  const words = useWords(surveyWords)
  const { isSolved } = useWords(problemWords)
  const text = useText()
  const catalogued = findOrdinaryProblem(problem.code ?? '')
  const name = catalogued ? text(catalogued.text) : words.newProblem
  const which = <span class="visually-hidden"> {name}</span>
  const isWithdrawn = problem.removed !== undefined
  const showsQuestions = isOpen && !isWithdrawn

  return (
    <section
      class={`entry ${isWithdrawn ? 'entry-removed' : 'entry-present'}${showsQuestions ? ' entry-open' : ''}`}
      aria-labelledby={`problems/${id}`}
    >
      <div class="entry-head">
        <h4>
          {isWithdrawn ? (
            <span id={`problems/${id}`} tabIndex={-1}>
              {name}
            </span>
          ) : (
            <button
              type="button"
              id={`problems/${id}`}
              class="entry-name"
              aria-expanded={isOpen}
              onClick={isOpen ? on.onClose : on.onEdit}
            >
              {name}
            </button>
          )}
        </h4>
        <ProblemLine problem={problem} suggestion={suggestion} />
        <p class="row">
          {isWithdrawn ? (
            <span class="strong">{problem.removed === 'teratasi' ? isSolved : words.withdrawn}</span>
          ) : (
            <EntrySigns findings={findings} />
          )}
        </p>
      </div>
      {showsQuestions && (
        <>
          <ProblemQuestions id={id} findings={findings} />
          <Button wide onClick={on.onClose}>
            {words.finish}
            {which}
          </Button>
          <div class="survey-acts">
            <Button kind="bare" onClick={on.onWithdraw}>
              {words.withdraw}
              {which}
            </Button>
          </div>
        </>
      )}
      {isWithdrawn && (
        <div class="survey-acts">
          <Button onClick={on.onBringBack}>
            {words.bringBack}
            {which}
          </Button>
        </div>
      )}
    </section>
  )
}

/** How bad, since when, and what the program had to do with it. */
function ProblemLine({ problem, suggestion }: Pick<Props, 'problem' | 'suggestion'>) {
  const words = useWords(surveyWords)
  const { suggestedBecause, insteadOf, otherBecause } = useWords(problemWords)
  const text = useText()
  const formats = useFormats()
  const severity = SEVERITIES.find(({ key }) => key === problem.severity)
  const suggested = codeOfRule(problem.rule ?? '')
  const other = suggested === problem.code ? undefined : findOrdinaryProblem(suggested ?? '')
  const lines = [
    severity && text(severity.text),
    problem.since && words.since(formats.month(problem.since)),
  ].filter((line) => line !== undefined)
  return (
    <>
      {lines.length > 0 && <p>{lines.join(' · ')}</p>}
      {other && (
        <p class="quiet">
          {problem.changedWhy
            ? otherBecause(text(other.text), text(reasonText(problem.changedWhy)))
            : insteadOf(text(other.text))}
        </p>
      )}
      {!other && suggestion && <p class="quiet">{suggestedBecause(text(suggestion.reason))}</p>}
    </>
  )
}
