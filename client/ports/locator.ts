import type { Fault } from '../../shared/faults.ts'
import type { Place } from '../../shared/population/place.ts'

export interface Locator {
  /**
   * Watches where the device is, as exactly as it can, until the answer is called: it costs battery. Asks the
   * person where the browser has to. Faults: `location-refused`, after which nothing comes any more, and
   * `location-unavailable`, after which a place may come yet.
   */
  watch(hear: (heard: Place | Fault) => void): () => void
  /**
   * Where the device is, for the record: the person is never asked. Null where they have not allowed it yet, or where
   * no place comes within a quarter of a minute.
   */
  glance(): Promise<Place | null>
}
