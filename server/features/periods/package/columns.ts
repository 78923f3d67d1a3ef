import { findKelurahan, type Area } from '../../../../shared/population/area.ts'
import { patternOf, type Path } from '../../../../shared/survey/path.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'

/** A cell; null is empty. */
export type Cell = string | number | null

export const CITY = { code: '32.73', name: 'Kota Bandung' } as const

const NAMES: { readonly [pattern: Path]: string } = {
  'location/kelurahan': 'kode_kelurahan',
  'location/rw': 'rw',
  'location/rt': 'rt',
  'location/address': 'alamat',
  'dwelling/tenure': 'status_rumah',
  'dwelling/floor': 'lantai',
  'dwelling/wall': 'dinding',
  'dwelling/roof': 'atap',
  'dwelling/water': 'air_minum',
  'dwelling/toilet': 'bab',
  'dwelling/powerSource': 'penerangan',
  'dwelling/powerWatt': 'daya_watt',
  'families/*/kk': 'nomor_kk',
  'members/*/family': 'id_keluarga',
  'members/*/name': 'nama',
  'members/*/nik': 'nik',
  'members/*/nikMissing': 'alasan_tanpa_nik',
  'members/*/birthDate': 'tanggal_lahir',
  'members/*/sex': 'jenis_kelamin',
  'members/*/relationship': 'hubungan',
}

export const DWELLING_FIELDS = [
  'tenure',
  'floor',
  'wall',
  'roof',
  'water',
  'toilet',
  'powerSource',
  'powerWatt',
] as const

/** The package's column of an answer. All that problems hold is `masalah`; what has no column keeps its path. */
export function columnOf(pattern: Path): string {
  return pattern.startsWith('problems/') ? 'masalah' : (NAMES[pattern] ?? pattern)
}

/** Headers of a choice: its key, and its code in the DTSEN list. Rule [K6] of SPEC.md. */
export function choiceColumns(pattern: Path): readonly [string, string] {
  return [columnOf(pattern), `${columnOf(pattern)}_dtsen`]
}

/** Cells of a choice, in the order of {@link choiceColumns}. */
export function choiceCells(pattern: Path, key: string | undefined): readonly [Cell, Cell] {
  const question = questionAt(patternOf(pattern))
  const options = question && 'options' in question ? question.options : []
  return [key ?? null, options.find((option) => option.key === key)?.codes?.dtsen ?? null]
}

export const REGION_COLUMNS = [
  'kode_kota',
  'kota',
  'kode_kecamatan',
  'kecamatan',
  'kode_kelurahan',
  'kelurahan',
  'rw',
  'rt',
] as const

/** Region codes of Kemendagri with dots, with their names; RW and RT as three digits, `000` where unknown. */
export function regionCells({ kelurahan, rw, rt }: Area): readonly Cell[] {
  const found = findKelurahan(kelurahan)
  const kecamatan = kelurahan.split('.').slice(0, 3).join('.')
  return [CITY.code, CITY.name, kecamatan, found?.kecamatan ?? null, kelurahan, found?.name ?? null, rw, rt]
}
