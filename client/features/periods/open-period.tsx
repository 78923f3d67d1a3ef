import type { Period } from '../../../shared/api/periods.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { hourglassIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { periodWords } from './words.ts'

/** What would miss the open period if it were sealed now. */
export function OpenPeriod({ period: { figures, waiting } }: { period: Period }) {
  const words = useWords(periodWords)
  const formats = useFormats()
  return (
    <>
      {waiting > 0 && (
        <Notice tone="attention" icon={hourglassIcon} title={words.missTitle(formats.number(waiting))}>
          {words.missText}
        </Notice>
      )}
      {figures.surveys === 0 && (
        <Notice tone="info" title={words.emptyTitle}>
          {words.emptyText}
        </Notice>
      )}
    </>
  )
}
