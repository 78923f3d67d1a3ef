import { useState } from 'preact/hooks'
import type { HeldList } from '../../../../shared/api/quarantine.ts'
import { isFault, type Fault } from '../../../../shared/faults.ts'
import type { Api } from '../../../ports/api.ts'
import { useLoaded, type Loading } from '../../../ui/loading/use-loaded.ts'

export type ListOfHeld = {
  readonly loading: Loading<HeldList>
  readonly isLoadingMore: boolean
  /** why the next page did not come */
  readonly moreFault: Fault | null
  readonly loadMore: () => Promise<void>
}

/** What is held, page by page. */
export function useHeldList(api: Pick<Api, 'quarantine'>): ListOfHeld {
  const loading = useLoaded(() => api.quarantine(0), 'held')
  const [more, setMore] = useState<{ readonly isBusy: boolean; readonly fault: Fault | null }>({
    isBusy: false,
    fault: null,
  })
  const { state, replace } = loading
  return {
    loading,
    isLoadingMore: more.isBusy,
    moreFault: more.fault,
    async loadMore() {
      const value = state.kind === 'ready' ? state.value : null
      if (value === null || value.next === null || more.isBusy) return
      setMore({ isBusy: true, fault: null })
      const page = await api.quarantine(value.next)
      setMore({ isBusy: false, fault: isFault(page) ? page : null })
      if (!isFault(page)) replace({ ...page, held: [...value.held, ...page.held] })
    },
  }
}
