import { useState } from 'preact/hooks'
import type { ConfidentialList, ConfidentialRequest } from '../../../shared/api/confidential.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { useWords } from '../../ui/language/language.ts'
import { useLoaded, type Loading } from '../../ui/loading/use-loaded.ts'
import { confidentialListWords } from './words.ts'

export type Requests = {
  readonly loading: Loading<ConfidentialList>
  /** the one that is being marked */
  readonly busy: ConfidentialRequest['id'] | null
  /** why the last mark did not take effect */
  readonly fault: Fault | null
  /** Marks at once and offers to undo it. */
  readonly mark: (request: ConfidentialRequest, isDone: boolean) => Promise<void>
}

/** The requests of the case worker's areas: a mark shows once the server has it. */
export function useRequests(api: Pick<Api, 'confidentialRequests' | 'markConfidential'>): Requests {
  const words = useWords(confidentialListWords)
  const toast = useToast()
  const loading = useLoaded(() => api.confidentialRequests(), 'requests')
  const [busy, setBusy] = useState<ConfidentialRequest['id'] | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)

  async function mark(request: ConfidentialRequest, isDone: boolean): Promise<void> {
    setBusy(request.id)
    setFault(null)
    const answer = await api.markConfidential(request.id, isDone)
    if (isFault(answer)) setFault(answer)
    else {
      await loading.reload()
      toast({
        text: isDone ? words.wasDone : words.wasOpened,
        action: { label: words.undo, run: () => void mark(request, !isDone) },
      })
    }
    setBusy(null)
  }

  return { loading, busy, fault, mark }
}
