import { DateInput } from '../ui/fields/date-input.tsx'
import { MonthInput } from '../ui/fields/month-input.tsx'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

type Props = QuestionProps & { readonly precision: 'day' | 'month' }

/** A day, or a year with its month where somebody remembers it. */
export function DateQuestion({ precision, path, field }: Props) {
  const desk = useQuestionDesk()
  const answer = desk.valueOf(path)
  const Input = precision === 'day' ? DateInput : MonthInput
  return (
    <Input
      {...field}
      value={answer === null ? null : String(answer)}
      onChange={(to) => desk.choose([{ path, to }])}
      onHalf={(isHalf) => desk.hold(path, isHalf)}
      onBlur={() => desk.leave(path)}
    />
  )
}
