import type { ProblemAnswers } from '../../../shared/survey/document.ts'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { reasonText } from '../../../shared/survey/reason-phrases.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { askAgain } from './problem-edits.ts'
import { problemWords } from './problem-words.ts'
import { useSubjectName } from './subject-name.ts'

type Props = { readonly declined: readonly (readonly [id: string, problem: ProblemAnswers])[] }

/** Suggestions that did not fit, with the reason; each can be looked at again. */
export function DeclinedList({ declined }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(problemWords)
  const text = useText()
  const subjectName = useSubjectName()
  const { document, record } = desk
  if (declined.length === 0) return null
  return (
    <Disclosure summary={words.declinedCount(declined.length)}>
      <ul class="stack">
        {declined.map(([id, { code, subject, removedWhy }]) => {
          const problem = findOrdinaryProblem(code ?? '')
          const name = problem ? text(problem.text) : ''
          return (
            <li key={id} class="split">
              <div>
                <p class="strong">{name}</p>
                <p>{subject && subjectName(subject, document, record.known)}</p>
                {removedWhy && (
                  <p class="quiet">
                    {words.reason}: {text(reasonText(removedWhy))}
                  </p>
                )}
              </div>
              <Button kind="bare" onClick={() => desk.choose(askAgain(id, document))}>
                {words.askAgain}
                <span class="visually-hidden"> {name}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
