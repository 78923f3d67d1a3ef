import { entriesOf, type Answer, type ConfirmationAnswers, type SurveyDocument } from './document.ts'
import { answerAt, type Path } from './path.ts'

/** How an answer stands in a confirmation: as JSON, the null of no answer among them. */
export function confirmedAnswer(document: SurveyDocument, path: Path): string {
  return JSON.stringify(answerAt(document, path) satisfies Answer | null).slice(0, MAX_CONFIRMED)
}

const MAX_CONFIRMED = 2000

type Confirmable = {
  readonly path: Path
  readonly key: string
  readonly level: 'error' | 'warning'
  readonly confirmed: string | null
}

/** Findings with the reasons that a person gave for letting them stand, none where it is blank; errors take none. */
export function withConfirmations<Found extends Confirmable>(
  findings: readonly Found[],
  document: SurveyDocument,
): readonly Found[] {
  const confirmations = entriesOf<ConfirmationAnswers>(document.confirmations).flatMap(
    ([, { reason = '', ...each }]) => (reason.trim() === '' ? [] : [{ ...each, reason }]),
  )
  if (confirmations.length === 0) return findings
  return findings.map((finding) => {
    if (finding.level === 'error') return finding
    const over = confirmedAnswer(document, finding.path)
    const found = confirmations.findLast(
      ({ of, check, over: confirmed }) => of === finding.path && check === finding.key && confirmed === over,
    )
    return found ? { ...finding, confirmed: found.reason } : finding
  })
}
