import { signal, type ReadonlySignal } from '@preact/signals'
import type { SurveyRules } from './survey-rules.ts'

/** The rules of surveys, fetched once somebody needs them. */
export type RulesOnCall = {
  /** null until they are here */
  readonly held: ReadonlySignal<SurveyRules | null>
  /** Fetches them unless they are here. Rejects where they cannot be had now; the next call tries again. */
  readonly call: () => Promise<SurveyRules>
}

export function createRulesOnCall(fetchRules: () => Promise<SurveyRules>): RulesOnCall {
  const held = signal<SurveyRules | null>(null)
  let calling: Promise<SurveyRules> | null = null

  async function fetchOnce(): Promise<SurveyRules> {
    try {
      held.value = await fetchRules()
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
