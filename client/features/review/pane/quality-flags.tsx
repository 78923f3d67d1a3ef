import { useMemo } from 'preact/hooks'
import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { jakartaDate } from '../../../../shared/period.ts'
import { qualityFlags } from '../../../../shared/review/quality.ts'
import { EMPTY_DOCUMENT } from '../../../../shared/survey/document.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { eyeIcon } from '../../../ui/icons/lucide.ts'
import { useText, useWords } from '../../../ui/language/language.ts'
import { useBeside } from '../compare/beside.ts'
import { usePlaceText } from './finding-notices.tsx'
import { paneWords } from './pane-words.ts'

/** How the visit went, in numbers, where it deserves a second look: what the enumerator saw at the door. */
export function QualityFlags({ detail }: { detail: ReviewDetail }) {
  const words = useWords(paneWords)
  const text = useText()
  const place = usePlaceText()
  const { visitDate } = useBeside()
  const { survey, known, listed } = detail
  const flags = useMemo(
    () =>
      qualityFlags({
        document: survey.document,
        known: (known ?? listed)?.known ?? EMPTY_DOCUMENT,
        visitDate,
        today: jakartaDate(new Date()),
      }),
    [survey, known, listed, visitDate],
  )
  if (flags.length === 0) return null
  return (
    <Notice tone="info" icon={eyeIcon} title={words.quality}>
      <ul class="finding-items">
        {flags.map(({ key, path, text: said }) => {
          const where = path === null ? '' : place(path)
          return (
            <li key={`${key} ${path} ${said.id}`}>
              {where && <span class="strong">{where}: </span>}
              {text(said)}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
