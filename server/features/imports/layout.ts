/** Columns of `dtks-dump-17` in the ministry's order. Source: public code only, no official layout; docs/domain.md section 3. */
export const COLUMNS = [
  'iddtks',
  'provinsi',
  'kabupaten_kota',
  'kecamatan',
  'desa_kelurahan',
  'alamat',
  'dusun',
  'rt',
  'rw',
  'nomor_kk',
  'nomor_nik',
  'nama',
  'tanggal_lahir',
  'tempat_lahir',
  'jenis_kelamin',
  'nama_ibu_kandung',
  'hubungan_keluarga',
] as const
export type Column = (typeof COLUMNS)[number]

/** Columns that our own file of rejected rows adds in front: line in the first file, and what is wrong. */
export const ADDED_COLUMNS = ['baris', 'alasan'] as const

/** One row's values by column, as they stand in the file. */
export type Cells = Readonly<Record<Column, string>>

export type Layout = {
  /** number of values that a row must have */
  readonly width: number
  /** true for a mended file of rejected rows, which adds to the list that they were rejected from */
  readonly isMended: boolean
}

/**
 * Reads the header: the 17 names in their order and any case, alone or behind the two that we add ourselves.
 * @returns null for any other header
 */
export function readLayout(header: readonly string[]): Layout | null {
  const names = header.map((name) => name.trim().toLowerCase()).join('|')
  if (names === COLUMNS.join('|')) return { width: COLUMNS.length, isMended: false }
  const mended = [...ADDED_COLUMNS, ...COLUMNS]
  return names === mended.join('|') ? { width: mended.length, isMended: true } : null
}

/** The ministry's values of a row, by column. */
export function cellsOf(values: readonly string[], layout: Layout): Cells {
  const offset = layout.width - COLUMNS.length
  const cells: Partial<Record<Column, string>> = {}
  for (const [index, column] of COLUMNS.entries()) cells[column] = values[index + offset] ?? ''
  return cells as Cells
}

/** A row as a line of the layout, every value in quotes. */
export function lineOf(values: readonly string[]): string {
  return values.map((value) => `"${value.replaceAll('"', '""')}"`).join('|')
}
