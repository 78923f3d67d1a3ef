import type { ReviewRow } from '../../../../shared/api/reviews.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { StatusSign } from '../../../ui/feedback/status-sign.tsx'
import { gitCompareIcon } from '../../../ui/icons/lucide.ts'
import { areaText } from '../../../ui/language/area-text.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { paths } from '../../../ui/paths.ts'
import { queueWords } from './queue-words.ts'

type Props = { readonly row: ReviewRow; readonly now: Date; readonly isCurrent: boolean }

/** One survey of the queue; whatever is special about it stands as a sign with its word. */
export function QueueRow({ row, now, isCurrent }: Props) {
  const words = useWords(queueWords)
  const formats = useFormats()
  return (
    <a class="queue-row" href={paths.review(row.survey)} aria-current={isCurrent ? 'true' : undefined}>
      <span class="queue-row-line">
        <span class="queue-row-name">{row.name || words.nameless}</span>
        <time class="quiet" dateTime={row.updatedAt}>
          {formats.ago(row.updatedAt, now)}
        </time>
      </span>
      <span class="quiet">
        {areaText(row.area)} · {row.enumerator}
      </span>
      <span class="queue-row-signs">
        {row.conflicts > 0 && (
          <Badge tone="problem" icon={gitCompareIcon}>
            {words.conflicts(formats.number(row.conflicts))}
          </Badge>
        )}
        {row.late && <StatusSign standing="late" />}
        {row.status !== 'submitted' && row.status !== 'draft' && <StatusSign standing={row.status} />}
        {row.photosMissing > 0 && (
          <span class="quiet">{words.photosMissing(formats.number(row.photosMissing))}</span>
        )}
        {row.problems > 0 && <span class="quiet">{words.problems(formats.number(row.problems))}</span>}
      </span>
    </a>
  )
}
