import type { Question } from '../../shared/survey/question.ts'
import { TextInput } from '../ui/fields/text-input.tsx'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

type Props = QuestionProps & { readonly question: Extract<Question, { readonly kind: 'number' | 'money' }> }

/** A number with its unit, or an amount of money. */
export function QuantityQuestion({ path, field }: Props) {
  const desk = useQuestionDesk()
  const answer = desk.valueOf(path)
  return (
    <TextInput
      {...field}
      value={answer === null ? '' : String(answer)}
      inputMode="numeric"
      onInput={(text) => {
        const digits = text.replace(/\D/g, '')
        desk.choose([{ path, to: digits === '' ? null : Number(digits) }])
      }}
      onBlur={() => desk.leave(path)}
    />
  )
}
