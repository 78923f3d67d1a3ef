import type { Question } from '../../shared/survey/question.ts'
import { Choice, MultiChoice } from '../ui/fields/choice.tsx'
import { useText } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

type Props = QuestionProps & { readonly question: Extract<Question, { readonly options: unknown }> }

/** One of the options, or any number of them. */
export function ChoiceQuestion({ question, path, field }: Props) {
  const desk = useQuestionDesk()
  const text = useText()
  const answer = desk.valueOf(path)
  const options = question.options.map((option) => ({ value: option.key, label: text(option.text) }))
  if (question.kind === 'one-of') {
    return (
      <Choice
        {...field}
        value={answer === null ? null : String(answer)}
        options={options}
        onChange={(to) => desk.choose([{ path, to }])}
      />
    )
  }
  return (
    <MultiChoice
      {...field}
      value={Array.isArray(answer) ? answer : []}
      options={options}
      onChange={(to) => desk.choose([{ path, to: to.length > 0 ? to : null }])}
    />
  )
}
