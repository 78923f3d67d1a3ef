import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Clock } from '../../ports/clock.ts'
import type { Locator } from '../../ports/locator.ts'

/** What a question for a place needs of the device. */
export type LocationDesk = { readonly locator: Locator; readonly clock: Pick<Clock, 'after'> }

export const LocationDeskContext = createContext<LocationDesk | null>(null)

export function useLocationDesk(): LocationDesk {
  const desk = useContext(LocationDeskContext)
  if (!desk) throw new Error('a place was asked for outside of an open survey')
  return desk
}
