import { useEffect, useState } from 'preact/hooks'
import type { Import } from '../../../shared/api/imports.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'

export type Sending = {
  /** share that has gone out, 0 to 1; null while nothing is being sent */
  readonly share: number | null
  readonly fault: Fault | null
  readonly send: (file: File, asOf: string) => Promise<void>
}

/** Sends a file to be imported; the browser asks before the page is closed in the middle of it. */
export function useSending(api: Api, onAccepted: (begun: Import) => void): Sending {
  const [share, setShare] = useState<number | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const isSending = share !== null

  useEffect(() => {
    if (!isSending) return
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isSending])

  return {
    share,
    fault,
    async send(file, asOf) {
      if (isSending) return
      setFault(null)
      setShare(0)
      const answer = await api.startImport(file, asOf, setShare)
      setShare(null)
      if (isFault(answer)) setFault(answer)
      else onAccepted(answer)
    },
  }
}
