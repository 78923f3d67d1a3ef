import type { Battery } from '../../../../shared/survey/question.ts'
import type { AnswerDifference } from './compare-documents.ts'

/** An answer, or those of a battery that all say its usual answer. */
export type Line =
  | { readonly kind: 'answer'; readonly answer: AnswerDifference }
  | {
      readonly kind: 'rest'
      readonly battery: Battery
      readonly answers: readonly [AnswerDifference, ...AnswerDifference[]]
      /** no row of the battery says anything else */
      readonly isWhole: boolean
    }

/** Rows of a battery that say nothing but its usual answer become one line, after those that say something else. */
export function foldBatteries(answers: readonly AnswerDifference[]): readonly Line[] {
  const lines: Line[] = []
  const folded = new Set<string>()
  for (const answer of answers) {
    const battery = batteryOf(answer)
    if (!battery) lines.push({ kind: 'answer', answer })
    else if (!folded.has(battery.key)) {
      folded.add(battery.key)
      lines.push(...batteryLines(battery, answers))
    }
  }
  return lines
}

function batteryLines(battery: Battery, answers: readonly AnswerDifference[]): readonly Line[] {
  const rows = answers.filter((answer) => batteryOf(answer)?.key === battery.key)
  const telling = rows.filter((row) => (row.after ?? row.before) !== battery.rest.key)
  const [first, ...others] = rows.filter((row) => !telling.includes(row))
  return [
    ...telling.map((answer): Line => ({ kind: 'answer', answer })),
    ...(first
      ? [{ kind: 'rest', battery, answers: [first, ...others], isWhole: telling.length === 0 } as const]
      : []),
  ]
}

function batteryOf({ question }: AnswerDifference): Battery | undefined {
  return question.kind === 'one-of' ? question.battery : undefined
}
