import type { SectionKey } from '../../../shared/survey/question.ts'
import { SECTIONS } from '../../../shared/survey/questionnaire.ts'

/** The sections of the questionnaire, then the page on which all of it is looked over. */
export type StepKey = SectionKey | 'check'

export function isStepKey(text: string | undefined): text is StepKey {
  return text === 'check' || SECTIONS.some(({ key }) => key === text)
}
