import type { Question } from '../../shared/survey/question.ts'
import { TextInput } from '../ui/fields/text-input.tsx'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

type Props = QuestionProps & { readonly question: Extract<Question, { readonly kind: 'text' }> }

/** A name or an address on one line, a note on several. */
export function TextQuestion({ question, path, field }: Props) {
  const desk = useQuestionDesk()
  return (
    <TextInput
      {...field}
      value={String(desk.valueOf(path) ?? '')}
      maxLength={question.maxLength}
      rows={question.lines ?? 1}
      capitals={question.path.endsWith('/name') ? 'words' : 'sentences'}
      onInput={(text) => desk.type(path, text)}
      onBlur={() => desk.leave(path)}
    />
  )
}
