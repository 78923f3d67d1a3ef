import { isSettled } from '../../../shared/review/findings.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { SurveyView } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { ErrorSummary } from '../../ui/feedback/error-summary.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { AllAnswers } from './all-answers.tsx'
import { findingLabel } from './finding-label.ts'
import { asShown } from './finding-places.ts'
import { QualityNotices } from './quality-notices.tsx'
import { shownEntries } from './shown-entries.ts'
import { WarningList } from './warning-list.tsx'
import { surveyWords } from './words.ts'

type Props = {
  readonly view: SurveyView
  readonly onGo: (path: Path) => void
  /** how often submitting was tried in vain */
  readonly refusals: number
  /** false where it was submitted and is only corrected */
  readonly canSubmit: boolean
  readonly newId: () => string
}

/** The last look before submitting: what is missing, what is odd, then all answers. */
export function CheckPage({ view, onGo, refusals, canSubmit, newId }: Props) {
  const { document, visitDate, findings } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const { known } = view
  const labelOf = (path: Path) => findingLabel(path, { document, known }, { ...words, text })
  const errors = asShown(
    findings.filter(({ level }) => level === 'error'),
    shownEntries(document, visitDate, known),
  )
  const warnings = findings.filter(({ level }) => level === 'warning')
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          key={`errors ${refusals}`}
          title={words.missingTitle(errors.length)}
          items={errors.map((finding) => ({
            id: finding.path,
            label: labelOf(finding.path),
            text: text(finding.text),
            onSelect: () => onGo(finding.path),
          }))}
          takesFocus={refusals > 0}
        />
      )}
      <WarningList warnings={warnings} labelOf={labelOf} onGo={onGo} newId={newId} />
      <QualityNotices known={known} labelOf={labelOf} onGo={onGo} />
      {isSettled(findings) && canSubmit && (
        <Notice tone="good" title={words.allComplete}>
          {words.allCompleteText}
        </Notice>
      )}
      <AllAnswers document={document} known={known} />
    </>
  )
}
