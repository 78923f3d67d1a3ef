import { signal, type Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { NewHousehold } from './new-household.ts'

type Draft = Signal<NewHousehold | null>

/** Holds what was typed on the form of a new household while other screens are open, in memory only. */
export const NewHouseholdDraft = createContext<Draft | null>(null)

/** For the one who signed in; null until something is typed, and again once the household is begun. */
export function createNewHouseholdDraft(): Draft {
  return signal(null)
}

/** The draft of the shell around the form. */
export function useNewHouseholdDraft(): Draft {
  const draft = useContext(NewHouseholdDraft)
  if (!draft) throw new Error('the form of a new household was drawn outside of the shell')
  return draft
}
