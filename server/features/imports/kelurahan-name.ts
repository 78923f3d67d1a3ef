import { distance } from 'fastest-levenshtein'
import { KELURAHAN, type Kelurahan } from '../../../shared/population/area.ts'

const kelurahanByName = new Map(KELURAHAN.map((kelurahan) => [keyOf(kelurahan.name), kelurahan]))
const kelurahanByDigits = new Map(KELURAHAN.map((kelurahan) => [keyOf(kelurahan.code), kelurahan]))

const MAX_SUGGESTIONS = 3

/**
 * Finds one of the 151 by its name, whatever its case, spaces, punctuation and `KEL.` in front, or by its code.
 * Names are unique in the city (151 of 151), so the kecamatan is not needed to tell them apart.
 */
export function resolveKelurahan(text: string): Kelurahan | undefined {
  const key = keyOf(text)
  return kelurahanByName.get(key) ?? kelurahanByDigits.get(key)
}

/**
 * Names that a misspelt one may stand for, nearest first; of equally near ones those in the kecamatan that the
 * row names. Empty where none is near.
 */
export function nearestKelurahan(text: string, kecamatan: string): readonly Kelurahan[] {
  const key = keyOf(text)
  const kecamatanKey = keyOf(kecamatan)
  return KELURAHAN.map((kelurahan) => {
    const name = keyOf(kelurahan.name)
    const edits = distance(key, name)
    return { kelurahan, edits, isNear: edits <= Math.max(key.length, name.length) / 2 }
  })
    .filter(({ isNear }) => isNear)
    .map(({ kelurahan, edits }) => ({
      kelurahan,
      // One letter of difference weighs as much as the right kecamatan.
      score: edits - (keyOf(kelurahan.kecamatan) === kecamatanKey ? 1 : 0),
    }))
    .sort((a, b) => a.score - b.score || (a.kelurahan.code < b.kelurahan.code ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ kelurahan }) => kelurahan)
}

function keyOf(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(/^(KELURAHAN|KEL|DESA|KECAMATAN|KEC)\b/, '')
    .replace(/[^A-Z0-9]/g, '')
}
