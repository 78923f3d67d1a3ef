/** A measured place, WGS 84, in degrees; `accuracyM` is what the device says of itself, in metres. */
export type Place = { readonly latitude: number; readonly longitude: number; readonly accuracyM: number }

/** What the field work asks of a fix, in metres. */
const GOOD_ACCURACY_M = 20

// The sixth decimal is a tenth of a metre.
const DECIMALS = 6
const MAX_ACCURACY_M = 999_999
const GEO_URI = /^geo:(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?);u=(\d{1,6})$/

/** IUGG mean radius of the Earth, of GRS 80. */
const EARTH_RADIUS_M = 6_371_008.8

/**
 * A place as one line of text, its accuracy rounded up: `geo:-6.876543,107.583210;u=12`. Source: RFC 5870, whose
 * default is WGS 84.
 */
export function formatPlace({ latitude, longitude, accuracyM }: Place): string {
  const u = Math.min(Math.ceil(accuracyM), MAX_ACCURACY_M)
  return `geo:${degrees(latitude)},${degrees(longitude)};u=${u}`
}

/** @returns null for what `formatPlace` cannot have written, and for what lies outside of the globe */
export function parsePlace(uri: string): Place | null {
  const match = GEO_URI.exec(uri)
  if (!match) return null
  const [latitude = 0, longitude = 0, accuracyM = 0] = match.slice(1).map(Number)
  return isOnGlobe(latitude, longitude) ? { latitude, longitude, accuracyM } : null
}

function isOnGlobe(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
}

/** Kept all the same, but flagged: in an alley it may be the best there is. */
export function isPoor({ accuracyM }: Pick<Place, 'accuracyM'>): boolean {
  return accuracyM > GOOD_ACCURACY_M
}

/**
 * Metres along the great circle between two places, their accuracy left out.
 * Source: R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68 (1984), 159. On a sphere it errs by up to
 * half a percent.
 */
export function distanceM(from: Place, to: Place): number {
  const latitudes = haversine(radians(to.latitude - from.latitude))
  const longitudes = haversine(radians(to.longitude - from.longitude))
  const share = latitudes + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitudes
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, share)))
}

function haversine(angle: number): number {
  return Math.sin(angle / 2) ** 2
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180
}

// Rounded first: `toFixed` alone writes minus zero for what is a little below it.
function degrees(angle: number): string {
  return (Math.round(angle * 10 ** DECIMALS) / 10 ** DECIMALS).toFixed(DECIMALS)
}
