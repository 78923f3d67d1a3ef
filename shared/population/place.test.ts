import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceM, formatPlace, isPoor, parsePlace, type Place } from './place.ts'

const numbers = (max: number) => fc.double({ min: -max, max, noNaN: true })
const places: fc.Arbitrary<Place> = fc.record({
  latitude: numbers(90),
  longitude: numbers(180),
  accuracyM: fc.double({ min: 0, max: 5_000_000, noNaN: true }),
})

test('a place is written as a geo URI', () => {
  const place = { latitude: -6.876543, longitude: 107.58321, accuracyM: 11.2 }
  expect(formatPlace(place)).toBe('geo:-6.876543,107.583210;u=12')
  expect(formatPlace({ latitude: -1e-9, longitude: 1e-9, accuracyM: 0 })).toBe('geo:0.000000,0.000000;u=0')
  expect(parsePlace('geo:-6.876543,107.58321;u=12')).toEqual({ ...place, accuracyM: 12 })
})

test('a place is read back where it was, and written again the same', () => {
  fc.assert(
    fc.property(places, (place) => {
      const written = formatPlace(place)
      const read = parsePlace(written)
      expect(read).not.toBeNull()
      if (!read) return
      expect(formatPlace(read)).toBe(written)
      expect(Math.abs(read.latitude - place.latitude)).toBeLessThanOrEqual(5.1e-7)
      expect(Math.abs(read.longitude - place.longitude)).toBeLessThanOrEqual(5.1e-7)
      expect(read.accuracyM).toBe(Math.min(Math.ceil(place.accuracyM), 999_999))
    }),
  )
})

test.each([
  '',
  'geo:-6.876543,107.583210',
  'geo:90.000001,0;u=1',
  'geo:0,180.000001;u=1',
  'geo:-6.8765431,107.583210;u=12',
  'geo:-6.876543,107.583210,700;u=12',
  'geo:-6.876543,107.583210;u=12;crs=wgs84',
  'geo:-6.876543,107.583210;u=1.5',
  'GEO:-6.876543,107.583210;u=12',
  'geo:-6.876543,107.583210;u=12\n',
])('%j is no place of ours', (uri) => {
  expect(parsePlace(uri)).toBeNull()
})

test('more than 20 m is poor', () => {
  expect([20, 21].map((accuracyM) => isPoor({ accuracyM }))).toEqual([false, true])
})

const place = (latitude: number, longitude: number): Place => ({ latitude, longitude, accuracyM: 5 })

test('distances agree with known ones', () => {
  // A degree of latitude on a sphere of the mean radius.
  expect(distanceM(place(0, 0), place(1, 0))).toBeCloseTo(111_195.08, 1)
  expect(distanceM(place(-6.9, 107.6), place(-6.9, 107.601))).toBeCloseTo(110.39, 1)
  expect(distanceM(place(0, 179.9999), place(0, -179.9999))).toBeCloseTo(22.24, 1)
  expect(distanceM(place(90, 0), place(-90, 0))).toBeCloseTo(20_015_114.4, 0)
})

test('a distance is the same both ways, none to itself, and no shorter by a detour', () => {
  fc.assert(
    fc.property(places, places, places, (a, b, c) => {
      expect(distanceM(a, a)).toBe(0)
      expect(distanceM(a, b)).toBeCloseTo(distanceM(b, a), 6)
      expect(distanceM(a, b)).toBeLessThanOrEqual(distanceM(a, c) + distanceM(c, b) + 0.5)
    }),
  )
})
