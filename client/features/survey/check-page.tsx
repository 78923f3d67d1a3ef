import type { Finding } from '../../../shared/survey/findings.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { SurveyView } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { ErrorSummary } from '../../ui/feedback/error-summary.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { AllAnswers } from './all-answers.tsx'
import { findingLabel } from './finding-label.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly view: SurveyView
  readonly findings: readonly Finding[]
  readonly onGo: (path: Path) => void
  /** how often submitting was tried in vain */
  readonly refusals: number
  /** false where it was submitted and is only corrected */
  readonly canSubmit: boolean
}

/** The last look before submitting: what is missing, what is odd, then all answers. */
export function CheckPage({ view, findings, onGo, refusals, canSubmit }: Props) {
  const { document } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const { known } = view
  const itemsOf = (level: Finding['level']) =>
    findings
      .filter((finding) => finding.level === level)
      .map((finding) => ({
        id: finding.path,
        label: findingLabel(finding.path, { document, known }, { text, nameless: words.nameless }),
        text: text(finding.text),
        level,
        onSelect: () => onGo(finding.path),
      }))
  const errors = itemsOf('error')
  const warnings = itemsOf('warning')
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          key={`errors ${refusals}`}
          title={words.missingTitle(errors.length)}
          items={errors}
          takesFocus={refusals > 0}
        />
      )}
      {warnings.length > 0 && (
        <div class="stack">
          <ErrorSummary title={words.oddTitle(warnings.length)} items={warnings} />
          {canSubmit && <p class="quiet">{words.oddText}</p>}
        </div>
      )}
      {errors.length === 0 && warnings.length === 0 && canSubmit && (
        <Notice tone="good" title={words.allComplete}>
          {words.allCompleteText}
        </Notice>
      )}
      <AllAnswers document={document} known={known} />
    </>
  )
}
