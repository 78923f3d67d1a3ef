import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'

/** A part of the app that could not be fetched: no network before all of it was kept here, or an update in between. */
export class PartNotLoaded extends Error {}

/**
 * A screen whose code comes when it is first shown; until then the router keeps the one before. Where it does not
 * come, the screen throws `PartNotLoaded` for the error boundary around it.
 */
export function lateScreen<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy(async () => {
    try {
      return await load()
    } catch (cause) {
      return () => {
        throw new PartNotLoaded('a part of the app could not be loaded', { cause })
      }
    }
  })
}
