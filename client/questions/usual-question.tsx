import { useState } from 'preact/hooks'
import type { Question } from '../../shared/survey/question.ts'
import { Button } from '../ui/buttons/button.tsx'
import { MultiChoice } from '../ui/fields/choice.tsx'
import { plusIcon } from '../ui/icons/lucide.ts'
import { useText, useWords } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { usualFirst, type Usual } from './usual-options.ts'
import { questionWords } from './words.ts'

type Props = QuestionProps & {
  readonly question: Extract<Question, { readonly kind: 'many-of' }>
  readonly usual: Usual
}

/** Any number of options: those that mostly fit here first, the rest marked off or behind a tap. */
export function UsualQuestion({ question, path, field, usual }: Props) {
  const desk = useQuestionDesk()
  const text = useText()
  const words = useWords(questionWords)
  const [isWhole, setWhole] = useState(false)
  const answer = desk.valueOf(path)
  const chosen = Array.isArray(answer) ? answer : []
  const { shown, folded } = usualFirst(question.options, usual, chosen)
  const isFolding = usual.others !== undefined && usual.keys.length > 0
  const options = (isWhole ? [...shown, ...folded] : shown).map(({ key, text: label }) => ({
    value: key,
    label: text(label),
    hint: !isFolding && usual.keys.includes(key) ? words.usual : undefined,
  }))
  const choose = (keys: readonly string[]) => {
    const to = question.options.map(({ key }) => key).filter((key) => keys.includes(key))
    desk.choose([{ path, to: to.length > 0 ? to : null }])
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
