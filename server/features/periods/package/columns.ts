import { findKelurahan, type Area } from '../../../../shared/population/area.ts'

/** A cell; null is empty. */
export type Cell = string | number | null

export const CITY = { code: '32.73', name: 'Kota Bandung' } as const

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
