import { useEffect, useRef } from 'preact/hooks'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { reasonText } from '../../../shared/survey/reason-phrases.ts'
import { SEVERITIES } from '../../../shared/survey/sections/problems.ts'
import { knownProblemOf } from '../../../shared/welfare/known-problems.ts'
import { suggestionPath } from '../../../shared/welfare/suggestion-warnings.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { circleMinusIcon, flagIcon } from '../../ui/icons/lucide-late.ts'
import { checkIcon, type IconShape } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { NeedOfAll } from './need-of-all.tsx'
import type { SuggestionState } from './problem-lines.ts'
import { problemWords } from './problem-words.ts'
import { SeverityOfAll } from './severity-of-all.tsx'
import { useSubjectName } from './subject-name.ts'
import type { SuggestionGroup } from './suggestion-groups.ts'
import { SuggestionReasons, type Doubt } from './suggestion-reasons.tsx'

type Props = {
  readonly group: SuggestionGroup
  /** what its reasons are being asked for; null while they are not */
  readonly doubt: Doubt | null
  readonly onConfirm: () => void
  readonly onDoubt: (doubt: Doubt | null) => void
  readonly onReason: (why: string) => void
  /** those of a group are to be answered one by one */
  readonly onPart: () => void
  /** takes a confirmation back before the problem is rated */
  readonly onTakeBack: () => void
  readonly onRate: (severity: string) => void
  /** what was answered here is to be looked at again */
  readonly onLook: () => void
}

const ICONS: Readonly<Record<SuggestionState['kind'], IconShape>> = {
  open: flagIcon,
  rating: checkIcon,
  recorded: checkIcon,
  changed: checkIcon,
  declined: circleMinusIcon,
}

/** A problem that the answers speak for, of one person or several alike, to be answered by one tap; then a line says how. */
export function SuggestionCard({ group, doubt, ...on }: Props) {
  const words = useWords(problemWords)
  const text = useText()
  const [{ suggestion, state }, ...others] = group.lines
  const id = suggestionPath(suggestion)
  const problem = findOrdinaryProblem(suggestion.code)
  const name = problem ? text(problem.text) : suggestion.code
  const which = <span class="visually-hidden"> {name}</span>
  const isOfSeveral = others.length > 0
  const isAnswered = state.kind !== 'open' && state.kind !== 'rating'
  const heading = useFocusAfter(`${doubt ?? state.kind} ${others.length}`)

  return (
    <article class={`suggestion${isAnswered ? ' suggestion-done' : ''}`} aria-labelledby={id}>
      <div class="suggestion-head">
        <Icon shape={ICONS[state.kind]} />
        <div>
          <h4 ref={heading} id={id} tabIndex={-1}>
            {name}
          </h4>
          <About group={group} isAnswered={isAnswered} />
        </div>
      </div>
      {state.kind === 'open' && doubt === null && (
        <div class="suggestion-acts">
          <Button wide icon={checkIcon} onClick={on.onConfirm}>
            {isOfSeveral ? words.isRightForAll(group.lines.length) : words.isRight}
            {which}
          </Button>
          <Button onClick={isOfSeveral ? on.onPart : () => on.onDoubt('change')}>
            {isOfSeveral ? words.oneByOne : words.change}
            {which}
          </Button>
          <Button onClick={() => on.onDoubt('decline')}>
            {isOfSeveral ? words.doesNotFitAny : words.doesNotFit}
            {which}
          </Button>
        </div>
      )}
      {state.kind === 'open' && doubt !== null && (
        <SuggestionReasons
          key={doubt}
          id={id}
          doubt={doubt}
          onReason={on.onReason}
          onBack={() => on.onDoubt(null)}
        />
      )}
      {state.kind === 'rating' && (
        <div class="stack reveal-below">
          <NeedOfAll
            ids={group.lines.flatMap((line) => (line.state.kind === 'open' ? [] : [line.state.id]))}
            code={suggestion.code}
          />
          <SeverityOfAll
            path={`problems/${state.id}/severity`}
            count={group.lines.length}
            onRate={on.onRate}
          />
          <div>
            <Button kind="bare" onClick={on.onTakeBack}>
              {words.notYet}
              {which}
            </Button>
          </div>
        </div>
      )}
      {isAnswered && (
        <div>
          <Button kind="bare" onClick={on.onLook}>
            {state.kind === 'declined' ? words.askAgain : words.toDetails}
            {which}
          </Button>
        </div>
      )}
    </article>
  )
}

/** Whose it is, and why it is suggested or how it was answered. */
function About({ group, isAnswered }: { readonly group: SuggestionGroup; readonly isAnswered: boolean }) {
  const { document, record } = useQuestionDesk()
  const words = useWords(problemWords)
  const text = useText()
  const subjectName = useSubjectName()
  const [{ suggestion, state }] = group.lines
  const why = state.kind === 'declined' ? document.problems[state.id]?.removedWhy : undefined
  const said = state.kind === 'declined' ? words.declined(why && text(reasonText(why))) : words.recorded
  const [, known] = knownProblemOf(suggestion, record.known) ?? []
  const severity = SEVERITIES.find(({ key }) => key === known?.severity)
  return (
    <>
      <p>
        {suggestion.subject !== 'household' && (
          <>
            {group.lines.map((line, index) => (
              <span
                key={line.suggestion.subject}
                // Each of several is led to; the first one has the heading.
                id={index > 0 ? suggestionPath(line.suggestion) : undefined}
                tabIndex={index > 0 ? -1 : undefined}
                class="strong"
              >
                {index > 0 && ', '}
                {subjectName(line.suggestion.subject, document, record.known)}
              </span>
            ))}
            {' · '}
          </>
        )}
        {isAnswered ? said : words.because(text(suggestion.reason))}
      </p>
      {!isAnswered && severity && <p class="quiet">{words.wasKnown(text(severity.text))}</p>}
    </>
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
