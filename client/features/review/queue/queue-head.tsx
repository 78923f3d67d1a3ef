import type { ReviewQueue } from '../../../../shared/api/reviews.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { pauseIcon } from '../../../ui/icons/lucide.ts'
import { FilterBar } from '../../../ui/layout/tabs.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { countOf, FILTERS, type QueueFilter } from './queue-filter.ts'
import { queueWords } from './queue-words.ts'

/** What stands outside the queue: drafts as a number only, and what quarantine holds. */
export function QueueFigures({ value }: { value: ReviewQueue | null }) {
  const words = useWords(queueWords)
  const formats = useFormats()
  if (!value) return <>&nbsp;</>
  return (
    <span class="row">
      <span>{words.drafts(formats.number(value.counts['draft'] ?? 0))}</span>
      {value.quarantined > 0 && (
        <Badge tone="attention" icon={pauseIcon}>
          {words.quarantined(formats.number(value.quarantined))}
        </Badge>
      )}
    </span>
  )
}

type FiltersProps = {
  readonly value: ReviewQueue | null
  readonly filter: QueueFilter
  readonly onSelect: (filter: QueueFilter) => void
}

export function QueueFilters({ value, filter, onSelect }: FiltersProps) {
  const words = useWords(queueWords)
  return (
    <FilterBar
      label={words.filters}
      tabs={FILTERS.map((key) => ({
        key,
        label: words[key],
        count: value ? countOf(value.counts, key) : undefined,
      }))}
      current={filter}
      onSelect={onSelect}
    />
  )
}
