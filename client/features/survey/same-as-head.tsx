import { optionsOf } from '../../../shared/survey/question.ts'
import { answerAt, type Path } from '../../../shared/survey/path.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { focusQuestion } from '../../ui/fields/focus-field.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { editsSameAsHead, SHARED_ANSWERS } from './shared-answers.ts'
import { surveyWords } from './words.ts'

type Props = { readonly path: Path; readonly member: string }

/** Below a question that families mostly answer alike: the head's answer by one tap, while there is none. */
export function SameAsHead({ path, member }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  if (!Object.hasOwn(SHARED_ANSWERS, path.replace(member, '*'))) return null
  const edits = editsSameAsHead(path, member, desk.document)
  const question = questionAt(path)
  if (edits.length === 0 || !question || answerAt(desk.document, path) !== null) return null
  const answer = edits[0]?.to
  const keys = Array.isArray(answer) ? answer : [String(answer)]
  const said = optionsOf(question)
    .filter(({ key }) => keys.includes(key))
    .map((option) => text(option.text))
  return (
    <div>
      <Button
        kind="bare"
        onClick={() => {
          desk.choose(edits)
          queueMicrotask(() => focusQuestion(path))
        }}
      >
        {words.sameAsHead(said.join(', '))}
      </Button>
    </div>
  )
}
