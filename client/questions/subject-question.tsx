import { useState } from 'preact/hooks'
import { entryOf } from '../../shared/survey/path.ts'
import { Button } from '../ui/buttons/button.tsx'
import { Choice, type ChoiceOption } from '../ui/fields/choice.tsx'
import { useText, useWords } from '../ui/language/language.ts'
import { memberLine } from './member-line.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { familySubjects, memberSubjects } from './subject-choices.ts'
import { questionWords } from './words.ts'

/**
 * Whose problem: one of the members that the visit found, a family where there are several, or the household as a
 * whole. Once the problem is named the others fold away.
 */
export function SubjectQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const text = useText()
  const [isChanging, setChanging] = useState(false)
  const { document, visitDate } = desk
  const answer = desk.valueOf(path)
  const isNamed = desk.answerOf(`problems/${entryOf(path)}/code`) !== null
  const options: readonly ChoiceOption[] = [
    ...memberSubjects(document).map(([value, member]) => ({
      value,
      label: member.name ?? words.nameless,
      hint: memberLine(member, visitDate, { text, age: words.age }),
    })),
    ...familySubjects(document).map(({ subject, name }) => ({
      value: subject,
      label: words.familyOf(name ?? words.nameless),
      hint: words.familyOnly,
    })),
    { value: 'household', label: words.wholeHousehold },
  ]
  const chosen = options.filter(({ value }) => value === answer)
  const isFolded = isNamed && !isChanging && chosen.length > 0
  return (
    <div class="stack">
      <Choice
        {...field}
        value={answer === null ? null : String(answer)}
        options={isFolded ? chosen : options}
        onChange={(to) => {
          setChanging(false)
          desk.choose([{ path, to }])
        }}
      />
      {isFolded && (
        <div>
          <Button onClick={() => setChanging(true)}>{words.otherSubject}</Button>
        </div>
      )}
    </div>
  )
}
