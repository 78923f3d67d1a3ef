import { completenessOf, findingsOf, isComplete, isSettled } from '../../shared/review/findings.ts'
import { isKnownPatch } from '../../shared/sync/change.ts'

/** What judges a survey. It brings the whole questionnaire, which a list of households does not need. */
export const surveyRules = { completenessOf, findingsOf, isComplete, isKnownPatch, isSettled } as const

export type SurveyRules = typeof surveyRules
