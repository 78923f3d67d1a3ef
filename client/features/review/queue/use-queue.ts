import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReviewDetail, ReviewQueue } from '../../../../shared/api/reviews.ts'
import { isFault, type Fault } from '../../../../shared/faults.ts'
import type { SurveyStatus } from '../../../../shared/review/status.ts'
import type { Api } from '../../../ports/api.ts'
import type { Clock } from '../../../ports/clock.ts'
import { useLoaded, type Loading } from '../../../ui/loading/use-loaded.ts'
import { afterCommand, STATUSES, type QueueFilter } from './queue-filter.ts'

export type Queue = {
  readonly loading: Loading<ReviewQueue>
  /** null until it was read */
  readonly value: ReviewQueue | null
  /** as last read under any filter */
  readonly figures: Pick<ReviewQueue, 'counts' | 'quarantined'> | null
  readonly isLoadingMore: boolean
  /** why the next page did not come */
  readonly moreFault: Fault | null
  readonly loadMore: () => Promise<void>
  /** Takes the outcome of a command over, without reading the queue again. */
  readonly note: (before: SurveyStatus, detail: ReviewDetail) => void
}

const REFRESH_MS = 60_000

/** The supervisor's queue under one filter, oldest first; new surveys join at its end by themselves. */
export function useQueue(api: Api, clock: Clock, filter: QueueFilter): Queue {
  const loading = useLoaded(() => api.reviews({ status: STATUSES[filter] }), filter)
  const [more, setMore] = useState<{ readonly isBusy: boolean; readonly fault: Fault | null }>({
    isBusy: false,
    fault: null,
  })
  const [pages, setPages] = useState(1)
  const { state, reload, replace } = loading
  const value = state.kind === 'ready' ? state.value : null
  const lastRead = useRef(value)
  if (value) lastRead.current = value

  useEffect(() => setPages(1), [filter])

  // Further pages would fall off again; then the button is the way.
  useEffect(() => {
    if (!value || pages > 1) return
    return clock.after(REFRESH_MS, () => void reload())
  }, [value, pages, clock, reload])

  return {
    loading,
    value,
    figures: lastRead.current,
    isLoadingMore: more.isBusy,
    moreFault: more.fault,
    async loadMore() {
      if (!value?.next || more.isBusy) return
      setMore({ isBusy: true, fault: null })
      const page = await api.reviews({ status: STATUSES[filter], after: value.next })
      setMore({ isBusy: false, fault: isFault(page) ? page : null })
      if (isFault(page)) return
      setPages((count) => count + 1)
      replace({ ...page, rows: [...value.rows, ...page.rows] })
    },
    note(before, detail) {
      if (value) replace(afterCommand(value, filter, before, detail))
    },
  }
}
