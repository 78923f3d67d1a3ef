import { pathOf } from '../../../shared/survey/path.ts'
import type { VisitAnswers } from '../../../shared/survey/document.ts'
import { AnswerFacts } from './answer-facts.tsx'

const FIELDS = [
  'at',
  'heldOn',
  'result',
  'revisitOn',
  'movedTo',
  'sameAs',
  'refusedWhy',
  'respondent',
  'respondentName',
  'note',
] as const

/** When a visit was, and what came of it. */
export function VisitFacts({ visit }: { visit: VisitAnswers }) {
  return <AnswerFacts answers={FIELDS.map((field) => [pathOf(`visits/*/${field}`, 'x'), visit[field]])} />
}
