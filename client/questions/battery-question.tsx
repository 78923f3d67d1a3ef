import type { Path } from '../../shared/survey/path.ts'
import { questionAt } from '../../shared/survey/questionnaire.ts'
import { Button } from '../ui/buttons/button.tsx'
import { useText } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import { QuestionField } from './question-field.tsx'

type Props = {
  /** of one battery, in their order */
  readonly paths: readonly Path[]
}

/** Questions that share their answers, with one tap for all that have none yet. */
export function BatteryQuestion({ paths }: Props) {
  const desk = useQuestionDesk()
  const text = useText()
  const question = questionAt(paths[0] ?? '')
  if (question?.kind !== 'one-of' || !question.battery) throw new Error(`no battery begins at ${paths[0]}`)
  const { rest } = question.battery
  const open = paths.filter((path) => desk.valueOf(path) === null)
  return (
    <>
      <p class="strong">{text(question.battery.text)}</p>
      {open.length > 0 && (
        <Button onClick={() => desk.choose(open.map((path) => ({ path, to: rest.key })))}>
          {text(rest.text)}
        </Button>
      )}
      {paths.map((path) => (
        <QuestionField key={path} path={path} />
      ))}
    </>
  )
}
