import { useMemo } from 'preact/hooks'
import { NIK_ELSEWHERE } from '../../../shared/review/quality-flag.ts'
import { qualityFlags } from '../../../shared/review/quality.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import type { Path } from '../../../shared/survey/path.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { chevronRightIcon } from '../../ui/icons/lucide-late.ts'
import { eyeIcon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { surveyWords } from './words.ts'
import './quality-notices.css'

type Props = {
  readonly known: SurveyDocument
  readonly labelOf: (path: Path) => string
  readonly onGo: (path: Path) => void
}

/** What the supervisor will ask about, while the door is still open. It blocks nothing and needs no reason. */
export function QualityNotices({ known, labelOf, onGo }: Props) {
  const { document, visitDate } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const flags = useMemo(
    () =>
      // A NIK of another household is a warning of its own: it stands above, with its reason.
      qualityFlags({ document, known, visitDate }).filter(({ key }) => key !== NIK_ELSEWHERE),
    [document, known, visitDate],
  )
  if (flags.length === 0) return null
  return (
    <section class="quality" aria-labelledby="quality-title">
      <h2 id="quality-title">{words.beforeLeaving}</h2>
      <p class="quiet">{words.beforeLeavingText}</p>
      <ul>
        {flags.map(({ key, path, text: said }) => (
          <li key={`${key} ${path} ${said.id}`}>
            {path === null ? (
              <p class="quality-flag">
                <Icon shape={eyeIcon} />
                <span class="strong">{text(said)}</span>
              </p>
            ) : (
              <button type="button" class="quality-flag" onClick={() => onGo(path)}>
                <Icon shape={eyeIcon} />
                <span>
                  <span class="strong">{text(said)}</span>
                  <span class="quality-where">{labelOf(path)}</span>
                </span>
                <Icon shape={chevronRightIcon} size="small" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
