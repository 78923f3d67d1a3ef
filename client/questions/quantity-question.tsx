import type { Question } from '../../shared/survey/question.ts'
import { QuantityInput } from '../ui/fields/quantity-input.tsx'
import type { Unsaid } from '../ui/fields/quantity-text.ts'
import { useText } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

type Props = QuestionProps & { readonly question: Extract<Question, { readonly kind: 'number' | 'money' }> }

/** A number with its unit, or an amount of money. */
export function QuantityQuestion({ question, path, field }: Props) {
  const desk = useQuestionDesk()
  const text = useText()
  const measure =
    question.kind === 'money' ? { sign: 'Rp' } : { unit: text(question.unit), decimals: question.decimals }
  return (
    <QuantityInput
      {...field}
      {...measure}
      mayBeUnsaid={question.mayBeUnsaid}
      value={desk.valueOf(path) as number | Unsaid | null}
      onChange={(to) => (typeof to === 'string' ? desk.choose([{ path, to }]) : desk.type(path, to))}
      half={desk.heldAt(path)}
      onHalf={(half) => desk.hold(path, half)}
      onBlur={() => desk.leave(path)}
    />
  )
}
