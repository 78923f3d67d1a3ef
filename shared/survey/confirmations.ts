import { entriesOf, type Answer, type ConfirmationAnswers, type SurveyDocument } from './document.ts'
import { answerAt, type Path } from './path.ts'

/** What a warning is about: its question's path, and the answers that it goes by, the question's own where left out. */
type About = { readonly path: Path; readonly reads?: readonly Path[] | undefined }

/**
 * How the answers of a warning stand in a confirmation, as JSON: one alone as it is, the null of no answer among them;
 * several by their paths. What was confirmed over the first of several alone is so confirmed no more: it asks again.
 */
export function confirmedAnswers(document: SurveyDocument, { path, reads = [path] }: About): string {
  const answers = [...new Set(reads)].map((each) => [each, answerAt(document, each)] as const)
  const over: Answer | null | Readonly<Record<Path, Answer | null>> =
    answers.length === 1 ? (answers[0]?.[1] ?? null) : Object.fromEntries(answers)
  return JSON.stringify(over).slice(0, MAX_CONFIRMED)
}

const MAX_CONFIRMED = 2000

type Confirmable = About & {
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
    const over = confirmedAnswers(document, finding)
    const found = confirmations.findLast(
      ({ of, check, over: confirmed }) => of === finding.path && check === finding.key && confirmed === over,
    )
    return found ? { ...finding, confirmed: found.reason } : finding
  })
}
