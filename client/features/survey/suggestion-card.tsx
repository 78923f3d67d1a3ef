import { useEffect, useRef } from 'preact/hooks'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { suggestionPath } from '../../../shared/welfare/suggestion-warnings.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import { Button } from '../../ui/buttons/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { circleMinusIcon, flagIcon } from '../../ui/icons/lucide-late.ts'
import { checkIcon, pencilIcon, type IconShape } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { DeclineReasons } from './decline-reasons.tsx'
import type { SuggestionLine, SuggestionState } from './problem-lines.ts'
import { problemWords } from './problem-words.ts'
import { useSubjectName } from './subject-name.ts'

type Props = {
  readonly line: SuggestionLine
  /** its reasons are being asked for */
  readonly isDeclining: boolean
  readonly onConfirm: () => void
  readonly onChange: () => void
  readonly onAskWhy: (isDeclining: boolean) => void
  readonly onDecline: (why: string) => void
  /** takes a confirmation back before the problem is rated */
  readonly onTakeBack: () => void
}

const ICONS: Readonly<Record<SuggestionState['kind'], IconShape>> = {
  open: flagIcon,
  rating: checkIcon,
  recorded: checkIcon,
  changed: pencilIcon,
  declined: circleMinusIcon,
}

/** A problem that the answers speak for, to be answered by one tap; once it is, a line says how. */
export function SuggestionCard({ line, isDeclining, ...on }: Props) {
  const { document, record } = useQuestionDesk()
  const words = useWords(problemWords)
  const text = useText()
  const subjectName = useSubjectName()
  const { suggestion, state } = line
  const { code, subject, reason } = suggestion
  const id = suggestionPath(suggestion)
  const problem = findOrdinaryProblem(code)
  const name = problem ? text(problem.text) : code
  const which = <span class="visually-hidden"> {name}</span>
  const isDone = state.kind !== 'open' && state.kind !== 'rating'
  const heading = useFocusAfter(isDeclining ? 'declining' : state.kind)

  return (
    <article class={`suggestion${isDone ? ' suggestion-done' : ''}`} aria-labelledby={id}>
      <div class="suggestion-head">
        <Icon shape={ICONS[state.kind]} />
        <div>
          <h4 ref={heading} id={id} tabIndex={-1}>
            {name}
          </h4>
          <p>
            {subject !== 'household' && (
              <span class="strong">{subjectName(subject, document, record.known)} · </span>
            )}
            {isDone ? words[state.kind] : words.because(text(reason))}
          </p>
        </div>
      </div>
      {state.kind === 'open' && !isDeclining && (
        <div class="suggestion-acts">
          <Button wide icon={checkIcon} onClick={on.onConfirm}>
            {words.isRight}
            {which}
          </Button>
          <Button onClick={on.onChange}>
            {words.change}
            {which}
          </Button>
          <Button onClick={() => on.onAskWhy(true)}>
            {words.doesNotFit}
            {which}
          </Button>
        </div>
      )}
      {state.kind === 'open' && isDeclining && (
        <DeclineReasons id={id} onDecline={on.onDecline} onBack={() => on.onAskWhy(false)} />
      )}
      {state.kind === 'rating' && (
        <div class="stack reveal-below">
          <QuestionField path={`problems/${state.id}/severity`} />
          <div>
            <Button kind="bare" onClick={on.onTakeBack}>
              {words.notYet}
              {which}
            </Button>
          </div>
        </div>
      )}
    </article>
  )
}

/** What was pressed is gone with each answer: the focus stays with the suggestion, and the page where it is. */
function useFocusAfter(state: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(state)
  useEffect(() => {
    if (shown.current !== state) heading.current?.focus({ preventScroll: true })
    shown.current = state
  }, [state])
  return heading
}
