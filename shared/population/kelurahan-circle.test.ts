import { readFileSync } from 'node:fs'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { expect, test } from 'vitest'
import rows from './data/kelurahan-circles.json' with { type: 'json' }
import { outsideKelurahanM } from './kelurahan-circle.ts'

const file = new URL('./data/bandung-kelurahan.geojson', import.meta.url)
const { features } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>

const cornersOf = ({ type, coordinates }: Polygon | MultiPolygon) =>
  (type === 'Polygon' ? [coordinates] : coordinates).flat(2)

const placeAt = ([longitude = 0, latitude = 0]: readonly number[]) => ({ latitude, longitude, accuracyM: 0 })

test('each kelurahan of the boundary file has a circle that holds all its corners, and not much more', () => {
  expect(rows.map(([code]) => code)).toEqual(features.map(({ id }) => id).sort())
  for (const { id, geometry } of features) {
    const corners = cornersOf(geometry).map(placeAt)
    expect(corners.map((corner) => outsideKelurahanM(corner, String(id)))).toEqual(corners.map(() => 0))
    // A circle that was too wide by a street would hide who is a street away.
    const [, , , radiusM = 0] = rows.find(([code]) => code === id) ?? []
    const latitudes = corners.map(({ latitude }) => latitude)
    const heightM = (Math.max(...latitudes) - Math.min(...latitudes)) * 111_195
    const longitudes = corners.map(({ longitude }) => longitude)
    const widthM = (Math.max(...longitudes) - Math.min(...longitudes)) * 111_195
    expect(Number(radiusM)).toBeLessThanOrEqual(Math.hypot(heightM, widthM) / 2 + 20)
  }
})

test('a place elsewhere lies as far outside as there are metres to the circle', () => {
  const alunAlun = { latitude: -6.9218, longitude: 107.607, accuracyM: 5 }
  expect(outsideKelurahanM(alunAlun, '32.73.01.1001')).toBeGreaterThan(4000)
  expect(outsideKelurahanM(alunAlun, '31.71.01.1001')).toBeNull()
})
