import { entriesOf } from '../../shared/survey/document.ts'
import { Choice } from '../ui/fields/choice.tsx'
import { useText, useWords } from '../ui/language/language.ts'
import { memberLine } from './member-line.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { questionWords } from './words.ts'

/** Whose problem: one of the members that the visit found, or the household as a whole. */
export function SubjectQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const text = useText()
  const answer = desk.valueOf(path)
  const options = entriesOf(desk.document.members).map(([id, member]) => ({
    value: `member:${id}`,
    label: member.name ?? words.nameless,
    hint: memberLine(member, desk.visitDate, { text, age: words.age }),
  }))
  const household = { value: 'household', label: words.wholeHousehold }
  return (
    <Choice
      {...field}
      value={answer === null ? null : String(answer)}
      options={[...options, household]}
      onChange={(to) => desk.choose([{ path, to }])}
    />
  )
}
