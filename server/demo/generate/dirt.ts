import type { RejectionCode } from '../../../shared/api/imports.ts'
import type { Random } from './random.ts'

/** What may be wrong with a generated row, and what an import makes of it: a reason, or null where it is taken. */
export const DIRT = {
  'double-nik': 'double-nik',
  'impossible-date': 'bad-date',
  'future-date': 'bad-date',
  'stray-quote': 'broken-quotes',
  'missing-column': 'wrong-columns',
  'no-name': 'no-name',
  'no-kk': 'no-kk',
  'short-kk': 'bad-kk',
  'scientific-nik': 'not-text',
  'short-nik': 'bad-nik',
  'misspelt-kelurahan': 'unknown-kelurahan',
  'other-city': 'other-city',
  'unknown-sex': 'bad-sex',
  'unreadable-rt': 'bad-neighbourhood',
  'mixed-case-kelurahan': null,
  'short-neighbourhood': null,
  'local-date': null,
  'no-nik': null,
} as const satisfies Record<string, RejectionCode | null>
export type Dirt = keyof typeof DIRT

export const DIRT_KINDS = Object.keys(DIRT) as [Dirt, ...Dirt[]]

/** Values of a row by column, before they are written down. */
export type RowValues = {
  iddtks: string
  provinsi: string
  kabupaten_kota: string
  kecamatan: string
  desa_kelurahan: string
  alamat: string
  dusun: string
  rt: string
  rw: string
  nomor_kk: string
  nomor_nik: string
  nama: string
  tanggal_lahir: string
  tempat_lahir: string
  jenis_kelamin: string
  nama_ibu_kandung: string
  hubungan_keluarga: string
}

/**
 * The row as a line with that dirt.
 * @param earlierNik of a row that an import takes
 */
export function dirtyLine(random: Random, dirt: Dirt, row: RowValues, earlierNik: string): string {
  switch (dirt) {
    case 'double-nik':
      return lineOf({ ...row, nomor_nik: earlierNik })
    case 'impossible-date':
      return lineOf({
        ...row,
        tanggal_lahir: random.pick(['1990-02-30', '31/04/1985', '2001-13-01', '0000-00-00']),
      })
    case 'future-date':
      return lineOf({ ...row, tanggal_lahir: '2098-01-01' })
    case 'stray-quote':
      return strayQuote(random, row)
    case 'missing-column':
      return lineOf(row).replace(/^"[^"]*"\|/, '')
    case 'no-name':
      return lineOf({ ...row, nama: random.pick(['', ' ', '-']) })
    case 'no-kk':
      return lineOf({ ...row, nomor_kk: '' })
    case 'short-kk':
      return lineOf({ ...row, nomor_kk: row.nomor_kk.slice(0, -1) })
    case 'scientific-nik':
      return lineOf({ ...row, nomor_nik: scientific(row.nomor_nik, random.pick(['.', ','])) })
    case 'short-nik':
      return lineOf({ ...row, nomor_nik: row.nomor_nik.slice(0, -1) })
    case 'misspelt-kelurahan':
      return lineOf({ ...row, desa_kelurahan: misspelt(random, row.desa_kelurahan) })
    case 'other-city':
      return lineOf({
        ...row,
        kabupaten_kota: random.pick(['KABUPATEN BANDUNG', 'KAB. BANDUNG BARAT', 'KOTA CIMAHI']),
      })
    case 'unknown-sex':
      return lineOf({ ...row, jenis_kelamin: random.pick(['X', '3', 'W']) })
    case 'unreadable-rt':
      return lineOf({ ...row, rt: random.pick(['V', '1234', '02A']) })
    case 'mixed-case-kelurahan':
      return lineOf({ ...row, desa_kelurahan: mixedCase(random, row.desa_kelurahan) })
    case 'short-neighbourhood':
      return lineOf({ ...row, rt: shortened(random, row.rt), rw: shortened(random, row.rw) })
    case 'local-date':
      return lineOf({
        ...row,
        tanggal_lahir: row.tanggal_lahir
          .split('-')
          .reverse()
          .join(random.pick(['/', '-'])),
      })
    case 'no-nik':
      return lineOf({ ...row, nomor_nik: '' })
  }
}

/** A row as the layout has it: every value in quotes, `|` between them. No generated value holds a quote. */
export function lineOf(row: RowValues): string {
  return `"${Object.values(row).join('"|"')}"`
}

/** A quote too many within the name, or one that is missing behind it. */
function strayQuote(random: Random, row: RowValues): string {
  const [first = '', ...rest] = row.nama.split('')
  const stray = random.chance(0.5)
    ? lineOf({ ...row, nama: `${first}"${rest.join('')}` })
    : lineOf(row).replace(`"${row.nama}"`, `"${row.nama}`)
  return stray
}

function scientific(nik: string, point: string): string {
  return `${nik.slice(0, 1)}${point}${nik.slice(1, 6)}E+15`
}

/** A letter twice: no kelurahan's name is another's with one letter doubled. */
function misspelt(random: Random, name: string): string {
  const places = [...name].flatMap((letter, index) => (/[A-Z]/i.test(letter) ? [index] : []))
  const place = places[random.int(0, places.length - 1)] ?? 0
  return name.slice(0, place + 1) + name.slice(place, place + 1) + name.slice(place + 1)
}

function mixedCase(random: Random, name: string): string {
  const letters = [...name.toLowerCase()].map((letter) =>
    random.chance(0.4) ? letter.toUpperCase() : letter,
  )
  return (
    random.pick(['', 'Kel. ', 'KELURAHAN ']) + letters.join('').replaceAll(' ', random.pick(['', '  ', '-']))
  )
}

function shortened(random: Random, digits: string): string {
  const number = String(Number(digits))
  return random.pick([number, number.padStart(2, '0')])
}
