import { useState } from 'preact/hooks'
import type { Answer } from '../../shared/survey/document.ts'
import type { Question } from '../../shared/survey/question.ts'
import { Button } from '../ui/buttons/button.tsx'
import { MultiChoice } from '../ui/fields/choice.tsx'
import type { FieldProps } from '../ui/fields/field.tsx'
import { plusIcon } from '../ui/icons/lucide.ts'
import { useText, useWords } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { usualFirst, type Usual } from './usual-options.ts'
import { withoutContradiction } from './without-contradiction.ts'
import { questionWords } from './words.ts'

type Asked = {
  readonly question: Extract<Question, { readonly kind: 'many-of' }>
  readonly usual: Usual
}

/** Any number of options: those that mostly fit here first, the rest marked off or behind a tap. */
export function UsualQuestion({ path, ...asked }: QuestionProps & Asked) {
  const desk = useQuestionDesk()
  return <UsualChoice {...asked} answer={desk.valueOf(path)} onChoose={(to) => desk.choose([{ path, to }])} />
}

type Props = Asked & {
  readonly field: FieldProps
  readonly answer: Answer | null
  /** in the order of the questionnaire; null where nothing is chosen any more */
  readonly onChoose: (keys: readonly string[] | null) => void
}

/** The same, whatever becomes of the answer. */
export function UsualChoice({ question, field, usual, answer, onChoose }: Props) {
  const text = useText()
  const words = useWords(questionWords)
  const [isWhole, setWhole] = useState(false)
  const chosen = Array.isArray(answer) ? answer : []
  const { shown, folded } = usualFirst(question.options, usual, chosen)
  const isFolding = usual.others !== undefined && usual.keys.length > 0
  const options = (isWhole ? [...shown, ...folded] : shown).map(({ key, quiet, text: label }) => ({
    value: key,
    label: text(label),
    hint: !isFolding && usual.keys.includes(key) ? words.usual : undefined,
    quiet,
  }))
  const choose = (keys: readonly string[]) => {
    const meant = withoutContradiction(question.options, chosen, keys)
    const to = question.options.map(({ key }) => key).filter((key) => meant.includes(key))
    onChoose(to.length > 0 ? to : null)
  }
  return (
    <div class="stack">
      <MultiChoice {...field} value={chosen} options={options} onChange={choose} />
      {!isWhole && folded.length > 0 && (
        <div>
          <Button icon={plusIcon} onClick={() => setWhole(true)}>
            {usual.others?.(folded.length)}
          </Button>
        </div>
      )}
    </div>
  )
}
