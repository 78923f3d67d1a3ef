import { useEffect, useRef } from 'preact/hooks'
import type { ReviewQueue } from '../../../../shared/api/reviews.ts'
import type { Clock } from '../../../ports/clock.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { inboxIcon, listChecksIcon } from '../../../ui/icons/lucide-late.ts'
import { useWords } from '../../../ui/language/language.ts'
import { LoadedView } from '../../../ui/loading/loaded-view.tsx'
import { useNow } from '../../../ui/loading/use-now.ts'
import type { QueueFilter } from './queue-filter.ts'
import { QueueRow } from './queue-row.tsx'
import { queueWords } from './queue-words.ts'
import type { Queue } from './use-queue.ts'
import './queue.css'

type Props = {
  readonly queue: Queue
  readonly filter: QueueFilter
  readonly current: string | undefined
  readonly clock: Clock
}

/** The surveys of one filter, oldest first. */
export function QueueList({ queue, filter, current, clock }: Props) {
  const words = useWords(queueWords)
  return (
    <LoadedView loading={queue.loading} rows={8}>
      {(value) =>
        value.rows.length === 0 && value.next === null ? (
          <EmptyState
            icon={filter === 'waiting' ? listChecksIcon : inboxIcon}
            title={filter === 'waiting' ? words.emptyWaiting : words.emptyOther}
          >
            {filter === 'waiting' && words.emptyWaitingText}
          </EmptyState>
        ) : (
          <div class="stack">
            <Rows value={value} current={current} clock={clock} />
            {queue.moreFault && <FaultNotice fault={queue.moreFault} isAct />}
            {value.next !== null && (
              <Button busy={queue.isLoadingMore} onClick={() => void queue.loadMore()}>
                {words.showMore}
              </Button>
            )}
          </div>
        )
      }
    </LoadedView>
  )
}

type RowsProps = {
  readonly value: ReviewQueue
  readonly current: string | undefined
  readonly clock: Clock
}

function Rows({ value, current, clock }: RowsProps) {
  const words = useWords(queueWords)
  const now = useNow(clock)
  const list = useRef<HTMLUListElement>(null)

  // Who moves by keys sees where they are; only the queue scrolls, the page stays.
  useEffect(() => {
    const pane = list.current?.parentElement?.parentElement
    const row = list.current?.querySelector('[aria-current]')
    if (!pane || !row) return
    const [top, bottom] = [pane.getBoundingClientRect().top, pane.getBoundingClientRect().bottom]
    const sight = row.getBoundingClientRect()
    if (sight.top < top) pane.scrollTop += sight.top - top
    else if (sight.bottom > bottom) pane.scrollTop += sight.bottom - bottom
  }, [current])

  return (
    <ul ref={list} class="queue-rows" aria-label={words.queue}>
      {value.rows.map((row) => (
        <li key={row.survey}>
          <QueueRow row={row} now={now} isCurrent={row.survey === current} />
        </li>
      ))}
    </ul>
  )
}
