import { Badge } from '../../../ui/feedback/badge.tsx'
import { pauseIcon } from '../../../ui/icons/lucide.ts'
import { FilterBar } from '../../../ui/layout/filter-bar.tsx'
import { paths } from '../../../ui/paths.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { countOf, FILTERS, type QueueFilter } from './queue-filter.ts'
import type { Queue } from './use-queue.ts'
import { queueWords } from './queue-words.ts'

/** What stands outside the queue: drafts as a number only, and what quarantine holds. */
export function QueueFigures({ figures }: { figures: Queue['figures'] }) {
  const words = useWords(queueWords)
  const formats = useFormats()
  if (!figures) return <>&nbsp;</>
  return (
    <span class="row">
      <span>{words.drafts(formats.number(figures.counts['draft'] ?? 0))}</span>
      {figures.quarantined > 0 && (
        <a class="queue-held" href={paths.held}>
          <Badge tone="attention" icon={pauseIcon}>
            {words.quarantined(formats.number(figures.quarantined))}
          </Badge>
        </a>
      )}
    </span>
  )
}

type FiltersProps = {
  readonly figures: Queue['figures']
  readonly filter: QueueFilter
  readonly onSelect: (filter: QueueFilter) => void
}

export function QueueFilters({ figures, filter, onSelect }: FiltersProps) {
  const words = useWords(queueWords)
  return (
    <FilterBar
      label={words.filters}
      tabs={FILTERS.map((key) => ({
        key,
        label: words[key],
        count: figures ? countOf(figures.counts, key) : undefined,
      }))}
      current={filter}
      onSelect={onSelect}
    />
  )
}
