import { signal, type ReadonlySignal } from '@preact/signals'
import type { SurveyPart } from './survey-part.ts'

/** What surveys need beyond the list, fetched once somebody opens one. */
export type PartOnCall = {
  /** null until it is here */
  readonly held: ReadonlySignal<SurveyPart | null>
  /** Fetches it unless it is here. Rejects where it cannot be had now; the next call tries again. */
  readonly call: () => Promise<SurveyPart>
}

export function createPartOnCall(fetchPart: () => Promise<SurveyPart>): PartOnCall {
  const held = signal<SurveyPart | null>(null)
  let calling: Promise<SurveyPart> | null = null

  async function fetchOnce(): Promise<SurveyPart> {
    try {
      held.value = await fetchPart()
      return held.value
    } finally {
      calling = null
    }
  }

  return {
    held,
    call: () => {
      const here = held.peek()
      return here ? Promise.resolve(here) : (calling ??= fetchOnce())
    },
  }
}
