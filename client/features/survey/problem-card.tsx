import type { ProblemAnswers } from '../../../shared/survey/document.ts'
import type { Finding } from '../../../shared/review/findings.ts'
import { SEVERITIES } from '../../../shared/survey/sections/problems.ts'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { Button } from '../../ui/buttons/button.tsx'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { EntrySigns } from './entry-signs.tsx'
import { useSubjectName } from './subject-name.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly id: string
  readonly problem: ProblemAnswers
  readonly findings: readonly Finding[]
  readonly isOpen: boolean
  readonly onEdit: () => void
  readonly onClose: () => void
  readonly onWithdraw: () => void
  readonly onBringBack: () => void
}

/** One problem: which, whose, how bad; open, its questions in that order. */
export function ProblemCard({ id, problem, findings, isOpen, ...on }: Props) {
  const { document, record } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const formats = useFormats()
  const subjectName = useSubjectName()
  const catalogued = findOrdinaryProblem(problem.code ?? '')
  const severity = SEVERITIES.find(({ key }) => key === problem.severity)
  const name = catalogued ? text(catalogued.text) : words.newProblem
  const which = <span class="visually-hidden"> {name}</span>
  const isWithdrawn = problem.removed !== undefined
  const lines = [
    problem.subject && subjectName(problem.subject, document, record.known),
    severity && text(severity.text),
    problem.since && words.since(formats.month(problem.since)),
  ].filter((line) => line !== undefined)

  return (
    <section
      class={`entry${isOpen ? ' entry-open' : ''}${isWithdrawn ? ' entry-removed' : ''}`}
      aria-labelledby={`problems/${id}`}
    >
      <div class="entry-head">
        <h3 id={`problems/${id}`} tabIndex={-1}>
          {name}
        </h3>
        {lines.length > 0 && <p class="quiet">{lines.join(' · ')}</p>}
        <p class="row">
          {isWithdrawn ? <span class="strong">{words.withdrawn}</span> : <EntrySigns findings={findings} />}
        </p>
      </div>
      {isOpen && !isWithdrawn && (
        <div class="entry-questions">
          <QuestionField path={`problems/${id}/subject`} />
          {problem.subject && (
            <div class="entry-questions reveal-below">
              <QuestionField path={`problems/${id}/code`} />
            </div>
          )}
          {problem.subject && problem.code && (
            <div class="entry-questions reveal-below">
              <QuestionField path={`problems/${id}/severity`} />
              <QuestionField path={`problems/${id}/since`} />
              <QuestionField path={`problems/${id}/needs`} />
              <QuestionField path={`problems/${id}/note`} />
            </div>
          )}
        </div>
      )}
      <div class="survey-acts">
        {isWithdrawn ? (
          <Button onClick={on.onBringBack}>
            {words.bringBack}
            {which}
          </Button>
        ) : (
          <>
            <Button onClick={isOpen ? on.onClose : on.onEdit}>
              {isOpen ? words.close : words.edit}
              {which}
            </Button>
            <Button kind="bare" onClick={on.onWithdraw}>
              {words.withdraw}
              {which}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
