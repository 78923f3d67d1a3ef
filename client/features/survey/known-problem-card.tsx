import { useEffect, useRef } from 'preact/hooks'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { SEVERITIES } from '../../../shared/survey/sections/problems.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { circleIcon, circleMinusIcon } from '../../ui/icons/lucide-late.ts'
import { checkIcon, type IconShape } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import type { KnownLine } from './problem-places.ts'
import { problemWords } from './problem-words.ts'
import { useSubjectName } from './subject-name.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly line: KnownLine
  readonly onStill: () => void
  readonly onChanged: () => void
  readonly onSolved: () => void
  readonly onTakeBack: () => void
}

const ICONS: Readonly<Record<KnownLine['state'], IconShape>> = {
  waiting: circleIcon,
  'still-there': checkIcon,
  solved: circleMinusIcon,
}

/** A problem that the register knows: still there, changed or solved, one tap each. */
export function KnownProblemCard({ line, ...on }: Props) {
  const { document, record } = useQuestionDesk()
  const words = useWords(problemWords)
  const { since } = useWords(surveyWords)
  const text = useText()
  const formats = useFormats()
  const subjectName = useSubjectName()
  const { id, problem, state } = line
  const catalogued = findOrdinaryProblem(problem.code ?? '')
  const name = catalogued ? text(catalogued.text) : ''
  const which = <span class="visually-hidden"> {name}</span>
  const severity = SEVERITIES.find(({ key }) => key === problem.severity)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(state)
  useEffect(() => {
    if (shown.current !== state) heading.current?.focus({ preventScroll: true })
    shown.current = state
  }, [state])
  const { subject = 'household' } = problem
  const about = [
    severity && text(severity.text),
    problem.since && since(formats.month(problem.since)),
  ].filter((part) => part !== undefined)
  const isWaiting = state === 'waiting'
  return (
    <article
      class={`suggestion suggestion-known${isWaiting ? '' : ' suggestion-done'}`}
      aria-labelledby={`problems/${id}`}
    >
      <div class="suggestion-head">
        <Icon shape={ICONS[state]} />
        <div>
          <h4 ref={heading} id={`problems/${id}`} tabIndex={-1}>
            {name}
          </h4>
          <p>
            {subject !== 'household' && (
              <span class="strong">{subjectName(subject, document, record.known)} · </span>
            )}
            {isWaiting ? about.join(' · ') : state === 'solved' ? words.isSolved : words.isStillThere}
          </p>
        </div>
      </div>
      {/* Keyed: a button that comes in the place of another is no second press of it. */}
      {isWaiting ? (
        <div key="waiting" class="suggestion-acts">
          <Button wide icon={checkIcon} onClick={on.onStill}>
            {words.isStillThere}
            {which}
          </Button>
          <Button onClick={on.onChanged}>
            {words.hasChanged}
            {which}
          </Button>
          <Button onClick={on.onSolved}>
            {words.isSolved}
            {which}
          </Button>
        </div>
      ) : (
        <div key="answered">
          <Button kind="bare" onClick={on.onTakeBack}>
            {words.notYet}
            {which}
          </Button>
        </div>
      )}
    </article>
  )
}
