import { NumberText } from '../ui/fields/number-text.tsx'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

/** NIK and KK: text of 16 digits, kept as typed; what is wrong with it is said once the field is left. */
export function NumberQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  return (
    <NumberText
      {...field}
      value={String(desk.valueOf(path) ?? '')}
      onInput={(digits) => desk.type(path, digits)}
      onBlur={() => desk.leave(path)}
    />
  )
}
