import { SignatureInput } from '../ui/fields/signature/signature-input.tsx'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

/** Strokes of a pen, kept one by one. */
export function SignatureQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const answer = desk.valueOf(path)
  return (
    <SignatureInput
      {...field}
      value={answer === null ? null : String(answer)}
      onChange={(to) => desk.choose([{ path, to }])}
    />
  )
}
