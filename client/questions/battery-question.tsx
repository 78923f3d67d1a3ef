import type { Path } from '../../shared/survey/path.ts'
import { Battery } from '../ui/fields/battery.tsx'
import { useText } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import { useAsked } from './use-asked.tsx'

type Props = {
  /** of one battery, in their order */
  readonly paths: readonly Path[]
}

/** Questions that share their answers, with one tap for all that have none yet. */
export function BatteryQuestion({ paths }: Props) {
  const desk = useQuestionDesk()
  const text = useText()
  const asked = useAsked()
  const rows = paths.map(asked).filter((each) => each !== null)
  const first = rows[0]?.question
  if (first?.kind !== 'one-of' || !first.battery) throw new Error(`no battery begins at ${paths[0]}`)
  const { rest, refusal } = first.battery
  return (
    <Battery
      label={text(first.battery.text)}
      rows={rows.map(({ field }) => {
        const answer = desk.valueOf(field.id)
        return { ...field, value: answer === null ? null : String(answer) }
      })}
      options={first.options.map((option) => ({
        value: option.key,
        label: text(option.text),
        quiet: option.quiet,
      }))}
      rest={{ value: rest.key, label: text(rest.text) }}
      refusal={{ value: refusal.key, label: text(refusal.text) }}
      onChange={(answers) => desk.choose(answers.map(({ id, value }) => ({ path: id, to: value })))}
    />
  )
}
