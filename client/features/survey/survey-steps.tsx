import { useMemo } from 'preact/hooks'
import { SECTIONS } from '../../../shared/survey/questionnaire.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Steps } from '../../ui/layout/steps.tsx'
import { isSameData, steady } from '../../ui/steady.ts'
import { sectionProgress } from './section-progress.ts'
import { stepsAsked, stepState } from './section-steps.ts'
import type { StepKey } from './step-key.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly current: StepKey
  /** whether the section of the problems was open */
  readonly askedProblems: boolean
  readonly onSelect: (step: StepKey) => void
}

/** The sections of the survey, and how far each of them is. */
export function SurveySteps({ current, askedProblems, onSelect }: Props) {
  const desk = useQuestionDesk()
  const stepName = useStepName()
  const states = useMemo(
    () =>
      steady(() => {
        const { document, findings, visitDate } = desk
        return stepsAsked(document).map((key) => ({
          key,
          state: stepState(key, document, findings, askedProblems),
          count: key === 'check' ? undefined : countOf(sectionProgress(key, document, findings, visitDate)),
        }))
      }, isSameData),
    [desk, askedProblems],
  ).value
  return (
    <Steps
      steps={states.map((step) => ({ ...step, label: stepName(step.key) }))}
      current={current}
      onSelect={onSelect}
    />
  )
}

/** What a step is called. */
export function useStepName(): (key: StepKey) => string {
  const words = useWords(surveyWords)
  const text = useText()
  return (key) => {
    if (key === 'check') return words.check
    const section = SECTIONS.find((each) => each.key === key)
    if (!section) throw new Error(`no section of the questionnaire: ${key}`)
    return text(section.text)
  }
}

function countOf({ done, asked }: ReturnType<typeof sectionProgress>): string | undefined {
  return asked === 0 ? undefined : `${done}/${asked}`
}
