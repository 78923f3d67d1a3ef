import type { Question } from '../../shared/survey/question.ts'
import { Choice, MultiChoice } from '../ui/fields/choice.tsx'
import { Select } from '../ui/fields/select.tsx'
import { useText } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { withoutContradiction } from './without-contradiction.ts'

type Props = QuestionProps & {
  readonly question: Extract<Question, { readonly options: unknown }>
  readonly unlikely: readonly string[]
}

/** One of the options, or any number of them. */
export function ChoiceQuestion({ question, path, field, unlikely }: Props) {
  const desk = useQuestionDesk()
  const text = useText()
  const answer = desk.valueOf(path)
  const likeliestFirst = question.options.toSorted(
    (a, b) => Number(unlikely.includes(a.key)) - Number(unlikely.includes(b.key)),
  )
  const options = likeliestFirst.map(({ key, quiet, text: words }) => ({
    value: key,
    label: text(words),
    quiet,
  }))
  if (question.kind === 'many-of') {
    const before = Array.isArray(answer) ? answer : []
    return (
      <MultiChoice
        {...field}
        value={before}
        options={options}
        onChange={(chosen) => {
          const to = withoutContradiction(question.options, before, chosen)
          desk.choose([{ path, to: to.length > 0 ? to : null }])
        }}
      />
    )
  }
  const One = question.picker ? Select : Choice
  return (
    <One
      {...field}
      value={answer === null ? null : String(answer)}
      options={options}
      onChange={(to) => desk.choose([{ path, to }])}
    />
  )
}
