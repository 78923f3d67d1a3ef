import { useState } from 'preact/hooks'
import { jakartaDate } from '../../../shared/period.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { Clock } from '../../ports/clock.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useAsked } from '../../questions/use-asked.tsx'
import { Choice } from '../../ui/fields/choice.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { revisitDays } from './revisit-days.ts'
import { surveyWords } from './words.ts'

const OTHER = 'other'

/** The day of the next visit: one tap for the days that are meant most often, else typed. */
export function RevisitQuestion({ path, clock }: { readonly path: Path; readonly clock: Clock }) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const formats = useFormats()
  const answer = desk.valueOf(path)
  const days = revisitDays(jakartaDate(clock.now()))
  const isQuick = days.some((day) => day === answer)
  const [isTyped, setTyped] = useState((answer !== null && !isQuick) || desk.heldAt(path) !== null)
  const asked = useAsked()(path)
  if (!asked) return null
  const labels = [words.today, words.tomorrow, words.dayAfter]
  const chosen = isTyped ? OTHER : answer === null ? null : String(answer)
  // What is said of a typed day stands where it is typed.
  const { error, warning, ...field } = asked.field
  const messages = { error, warning }
  return (
    <div class="stack reveal">
      <Choice
        {...field}
        {...(isTyped ? {} : messages)}
        value={chosen}
        options={[
          ...days.map((day, index) => ({
            value: day,
            label: `${labels[index]}, ${formats.day(day).replaceAll(' ', '\u00a0')}`,
          })),
          { value: OTHER, label: words.otherDay },
        ]}
        onChange={(value) => {
          setTyped(value === OTHER)
          desk.hold(path, null)
          desk.choose([{ path, to: value === OTHER ? null : value }])
        }}
      />
      {isTyped && (
        <DateInput
          id={`${path}-date`}
          label={words.otherDayOn}
          {...messages}
          hint={words.otherDayExample(days[2].split('-').toReversed().join(' '))}
          value={answer === null ? null : String(answer)}
          onChange={(to) => desk.choose([{ path, to }])}
          half={desk.heldAt(path)}
          onHalf={(half) => desk.hold(path, half)}
          onBlur={() => desk.leave(path)}
        />
      )}
    </div>
  )
}
