import type { Fact } from '../../../ui/lists/facts.tsx'
import { Facts } from '../../../ui/lists/facts.tsx'
import { useFormats, useText, useWords } from '../../../ui/language/language.ts'
import { useBeside } from './beside.ts'
import type { AnswerDifference } from './compare-documents.ts'
import { compareWords } from './compare-words.ts'
import { foldBatteries, type Line } from './fold-battery.ts'

/** Answers that need no comparing: all new, or all as they were. */
export function AnswerFacts({ answers }: { answers: readonly AnswerDifference[] }) {
  const text = useText()
  const words = useWords(compareWords)
  const formats = useFormats()
  const { say } = useBeside()
  const factOf = (line: Line): Fact => {
    if (line.kind === 'answer') return { label: text(line.answer.question.text), value: said(line.answer) }
    const { battery, isWhole, answers: rows } = line
    const value = isWhole
      ? text(battery.rest.text)
      : words.restAnswers(formats.number(rows.length), said(rows[0]))
    return { label: text(battery.text), value }
  }
  return <Facts facts={foldBatteries(answers).map(factOf)} />

  function said({ question, after, before }: AnswerDifference): string {
    const answer = after ?? before
    return answer === null ? '' : say(question, answer)
  }
}
