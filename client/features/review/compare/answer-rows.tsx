import type { Answer } from '../../../../shared/survey/document.ts'
import { useText, useWords } from '../../../ui/language/language.ts'
import { useBeside } from './beside.ts'
import type { AnswerDifference } from './compare-documents.ts'
import { compareWords } from './compare-words.ts'
import { DifferenceSign } from './difference-sign.tsx'
import './answer-rows.css'

type Props = {
  /** what the answers are about, for those who hear the table */
  readonly caption: string
  readonly answers: readonly AnswerDifference[]
}

/** Answers that differ: what was known, what the survey says and how they differ, side by side where there is room. */
export function AnswerRows({ caption, answers }: Props) {
  const words = useWords(compareWords)
  const text = useText()
  const { source } = useBeside()
  return (
    <table class="answer-rows">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.question}</th>
          <th scope="col">{source}</th>
          <th scope="col">{words.survey}</th>
          <th scope="col">
            <span class="visually-hidden">{words.difference}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <tr key={answer.path}>
            <th scope="row">{text(answer.question.text)}</th>
            <td class="answer-before">
              <del>
                <Said answer={answer.before} of={answer} />
              </del>
            </td>
            <td class="answer-after">
              <ins>
                <Said answer={answer.after} of={answer} />
              </ins>
            </td>
            <td class="answer-sign">
              <DifferenceSign kind={answer.kind} of="answer" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Said({ answer, of }: { answer: Answer | null; of: AnswerDifference }) {
  const words = useWords(compareWords)
  const { say } = useBeside()
  return answer === null ? <span class="answer-none">{words.nothing}</span> : <>{say(of.question, answer)}</>
}
