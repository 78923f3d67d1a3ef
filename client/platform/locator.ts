import { fault } from '../../shared/faults.ts'
import type { Place } from '../../shared/population/place.ts'
import type { Locator } from '../ports/locator.ts'

/** A place of the last half minute does: it is for the record, and the battery lasts. */
const GLANCE: PositionOptions = { enableHighAccuracy: true, maximumAge: 30_000, timeout: 15_000 }

/** The Geolocation API; it works without a network, from satellites alone. */
export function createLocator(
  geolocation: Geolocation = navigator.geolocation,
  permissions: Pick<Permissions, 'query'> | undefined = navigator.permissions as Permissions | undefined,
): Locator {
  return {
    watch(hear) {
      const watched = geolocation.watchPosition(
        ({ coords }) => hear(placeOf(coords)),
        ({ code, PERMISSION_DENIED }) =>
          hear(fault(code === PERMISSION_DENIED ? 'location-refused' : 'location-unavailable')),
        // Never where the device was before.
        { enableHighAccuracy: true, maximumAge: 0 },
      )
      return () => geolocation.clearWatch(watched)
    },
    async glance() {
      const permission = await permissions?.query({ name: 'geolocation' }).catch(() => null)
      if (permission?.state !== 'granted') return null
      return new Promise((resolve) =>
        geolocation.getCurrentPosition(
          ({ coords }) => resolve(placeOf(coords)),
          () => resolve(null),
          GLANCE,
        ),
      )
    },
  }
}

function placeOf({ latitude, longitude, accuracy }: GeolocationCoordinates): Place {
  return { latitude, longitude, accuracyM: accuracy }
}
