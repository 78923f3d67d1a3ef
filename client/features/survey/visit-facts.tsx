import { pathOf } from '../../../shared/survey/path.ts'
import type { VisitAnswers } from '../../../shared/survey/document.ts'
import { AnswerFacts } from './answer-facts.tsx'

/** When a visit was, and what came of it. */
export function VisitFacts({ visit }: { visit: VisitAnswers }) {
  return (
    <AnswerFacts
      answers={(['at', 'result', 'note'] as const).map((field) => [
        pathOf(`visits/*/${field}`, 'x'),
        visit[field],
      ])}
    />
  )
}
