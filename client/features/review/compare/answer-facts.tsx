import { Facts } from '../../../ui/lists/facts.tsx'
import { useText } from '../../../ui/language/language.ts'
import { useBeside } from './beside.ts'
import type { AnswerDifference } from './compare-documents.ts'

/** Answers that need no comparing: all new, or all as they were. */
export function AnswerFacts({ answers }: { answers: readonly AnswerDifference[] }) {
  const text = useText()
  const { say } = useBeside()
  return (
    <Facts
      facts={answers.map(({ question, after, before }) => {
        const answer = after ?? before
        return { label: text(question.text), value: answer === null ? '' : say(question, answer) }
      })}
    />
  )
}
