import * as z from 'zod/mini'
import rows from './data/kelurahan.json' with { type: 'json' }

/** Kemendagri code with dots, `32.73.01.1001`. */
export const kelurahanCodeSchema = z
  .string()
  .check(z.regex(/^32\.73\.\d{2}\.\d{4}$/))
  .brand<'KelurahanCode'>()
export type KelurahanCode = z.infer<typeof kelurahanCodeSchema>

export type Kelurahan = { readonly code: KelurahanCode; readonly name: string; readonly kecamatan: string }

/** The 151 kelurahan of Bandung in the order of their codes. Source: Kepmendagri 300.2.2-2430/2025. */
export const KELURAHAN: readonly Kelurahan[] = rows.flatMap(([prefix = '', kecamatan = '', kelurahan = '']) =>
  kelurahan.split(' | ').map((row) => ({
    code: `${prefix}.${row.slice(0, 4)}` as KelurahanCode,
    name: row.slice(5),
    kecamatan,
  })),
)

const kelurahanByCode = new Map(KELURAHAN.map((kelurahan) => [kelurahan.code, kelurahan]))

export function findKelurahan(code: string): Kelurahan | undefined {
  return kelurahanByCode.get(code as KelurahanCode)
}

/** RW or RT as three digits; `000` where unknown. */
export const neighbourhoodSchema = z.string().check(z.regex(/^\d{3}$/))

export const areaSchema = z.object({
  kelurahan: kelurahanCodeSchema,
  rw: neighbourhoodSchema,
  rt: neighbourhoodSchema,
})
export type Area = z.infer<typeof areaSchema>

/**
 * RT or RW as offices write it (`3`, `03`, `003`, `RW 05`) to three digits.
 * @returns `000` where empty, null where it is no number of one to three digits
 */
export function readNeighbourhood(text: string): string | null {
  const trimmed = text.trim().replace(/^R[TW]\.?\s*/i, '')
  if (trimmed === '' || trimmed === '-') return '000'
  return /^\d{1,3}$/.test(trimmed) ? trimmed.padStart(3, '0') : null
}

/** Name of the stream that carries an RW's news: `32.73.01.1001/005`. */
export const streamSchema = z
  .string()
  .check(z.regex(/^32\.73\.\d{2}\.\d{4}\/\d{3}$/))
  .brand<'Stream'>()
export type Stream = z.infer<typeof streamSchema>

export function streamOf(area: { kelurahan: KelurahanCode; rw: string }): Stream {
  return `${area.kelurahan}/${area.rw}` as Stream
}
