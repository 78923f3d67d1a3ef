import type { Question } from '../../shared/survey/question.ts'
import { DateInput } from '../ui/fields/date-input.tsx'
import { MonthInput } from '../ui/fields/month-input.tsx'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

type Props = QuestionProps & { readonly question: Extract<Question, { readonly kind: 'date' }> }

/** A day, a year with its month where somebody remembers it, or whatever of a day is known. */
export function DateQuestion({ question, path, field }: Props) {
  const desk = useQuestionDesk()
  const answer = desk.valueOf(path)
  const { precision } = question
  const common = {
    ...field,
    value: answer === null ? null : String(answer),
    onChange: (to: string | null) => desk.choose([{ path, to }]),
    half: desk.heldAt(path),
    onHalf: (half: string | null) => desk.hold(path, half),
    onBlur: () => desk.leave(path),
  }
  return precision === 'month' ? <MonthInput {...common} /> : <DateInput {...common} precision={precision} />
}
