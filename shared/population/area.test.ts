import { readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { KELURAHAN, readNeighbourhood } from './area.ts'

test('the kelurahan are the 151 of the boundary file', () => {
  const file = new URL('./data/bandung-kelurahan.geojson', import.meta.url)
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection
  expect(KELURAHAN).toHaveLength(151)
  expect(KELURAHAN).toEqual(
    features.map(({ properties }) => ({
      code: properties?.['code'],
      name: properties?.['name'],
      kecamatan: properties?.['kecamatan'],
    })),
  )
})

test.each([
  ['3', '003'],
  ['03', '003'],
  [' 003 ', '003'],
  ['RW 05', '005'],
  ['', '000'],
  ['-', '000'],
  ['0034', null],
  ['lima', null],
])('reads the neighbourhood %j as %j', (written, read) => {
  expect(readNeighbourhood(written)).toBe(read)
})
