import type { Path } from '../../../shared/survey/path.ts'
import { optionsOf } from '../../../shared/survey/question.ts'
import { useAsked } from '../../questions/use-asked.tsx'
import { Choice } from '../../ui/fields/choice.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { problemWords } from './problem-words.ts'

type Props = {
  /** of one of them */
  readonly path: Path
  readonly count: number
  readonly onRate: (severity: string) => void
}

/** How bad a problem is that has just been confirmed, of one person or of several at once. */
export function SeverityOfAll({ path, count, onRate }: Props) {
  const words = useWords(problemWords)
  const text = useText()
  const asked = useAsked()(path)
  if (!asked) return null
  return (
    <Choice
      {...asked.field}
      label={count > 1 ? words.severityForAll : asked.field.label}
      value={null}
      options={optionsOf(asked.question).map((option) => ({ value: option.key, label: text(option.text) }))}
      onChange={(severity) => severity !== null && onRate(severity)}
    />
  )
}
