import { YES_NO } from '../../shared/survey/question.ts'
import { Choice } from '../ui/fields/choice.tsx'
import { useText } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

/** Yes or no side by side; not knowing and not saying are quieter. */
export function YesNoQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const text = useText()
  const answer = desk.valueOf(path)
  return (
    <Choice
      {...field}
      value={answer === null ? null : String(answer)}
      options={YES_NO.map(({ key, quiet, text: words }) => ({ value: key, label: text(words), quiet }))}
      onChange={(to) => desk.choose([{ path, to }])}
    />
  )
}
