import { fault } from '../../shared/faults.ts'
import type { Locator } from '../ports/locator.ts'

/** The Geolocation API; it works without a network, from satellites alone. */
export function createLocator(geolocation: Geolocation = navigator.geolocation): Locator {
  return {
    watch(hear) {
      const watched = geolocation.watchPosition(
        ({ coords: { latitude, longitude, accuracy } }) => hear({ latitude, longitude, accuracyM: accuracy }),
        ({ code, PERMISSION_DENIED }) =>
          hear(fault(code === PERMISSION_DENIED ? 'location-refused' : 'location-unavailable')),
        // Never where the device was before.
        { enableHighAccuracy: true, maximumAge: 0 },
      )
      return () => geolocation.clearWatch(watched)
    },
  }
}
