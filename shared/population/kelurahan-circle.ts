import rows from './data/kelurahan-circles.json' with { type: 'json' }
import { distanceM, type Place } from './place.ts'

type Row = readonly [code: string, latitude: number, longitude: number, radiusM: number]

const circles = new Map((rows as unknown as readonly Row[]).map((row) => [row[0], row]))

/**
 * How far a place lies outside of a kelurahan, in metres, at the least: each boundary is stood for by the circle
 * that holds it, since the boundaries themselves are too big for a phone. 0 inside of the circle.
 * @returns null for a kelurahan of another city
 */
export function outsideKelurahanM(place: Place, kelurahan: string): number | null {
  const circle = circles.get(kelurahan)
  if (!circle) return null
  const [, latitude, longitude, radiusM] = circle
  return Math.max(0, Math.round(distanceM(place, { latitude, longitude, accuracyM: 0 }) - radiusM))
}
