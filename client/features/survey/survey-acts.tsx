import { useComputed } from '@preact/signals'
import { useLocation } from 'preact-iso'
import type { HouseholdId } from '../../../shared/ids.ts'
import { openFindings } from '../../../shared/review/findings.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { chevronDownIcon } from '../../ui/icons/lucide-late.ts'
import { chevronLeftIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { paths } from '../../ui/paths.ts'
import { neighbours, stepsAsked } from './section-steps.ts'
import type { StepKey } from './step-key.ts'
import { stepPath } from './survey-path.ts'
import { useSettled } from './use-settled.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly household: HouseholdId
  readonly step: StepKey
  readonly canSubmit: boolean
  /** whether the visit that is asked now has begun */
  readonly hasVisit: boolean
  readonly onNextOpen: () => void
  readonly onSubmit: () => void
  /** nothing is submitted: somebody comes again */
  readonly onLeave: () => void
}

/** What leads on from a step of the survey: back, to what is open, to the next step or out of it. */
export function SurveyActs({ household, step, canSubmit, hasVisit, onNextOpen, onSubmit, onLeave }: Props) {
  const { route } = useLocation()
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const isSettled = useSettled(step)
  const left = useComputed(() => openFindings(desk.findings).length).value
  const comesAgain = useComputed(() => !stepsAsked(desk.document).includes('check')).value
  const { before, after } = neighbours(step, desk.document)
  // Keyed: the same words on another step are no second press of it.
  return (
    <>
      <a
        key={`before ${step}`}
        class="icon-button bottom-back"
        href={before ? stepPath(household, before) : paths.home}
        aria-label={words.before}
        title={words.before}
      >
        <Icon shape={chevronLeftIcon} />
      </a>
      {left > 0 && step !== 'check' && !comesAgain && (
        <Button icon={chevronDownIcon} onClick={onNextOpen}>
          {words.nextOpen(left)}
        </Button>
      )}
      {after && (
        <Button key={step} kind="primary" onClick={() => route(stepPath(household, after))}>
          {words.next}
        </Button>
      )}
      {comesAgain && (
        <Button kind="primary" onClick={onLeave}>
          {hasVisit ? words.saveForRevisit : words.toList}
        </Button>
      )}
      {!after && !comesAgain && canSubmit && (
        <Button kind="primary" disabled={!isSettled} onClick={onSubmit}>
          {words.submit}
        </Button>
      )}
      {!after && !comesAgain && !canSubmit && (
        <Button kind="primary" onClick={() => route(paths.home)}>
          {words.finish}
        </Button>
      )}
    </>
  )
}
