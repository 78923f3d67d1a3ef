import * as z from 'zod/mini'

/** Hexadecimal digits of a hint: 20 bits. */
const DIGITS = 5

/** Makes a UUID of a name in a namespace (RFC 9562, version 5: SHA-1). */
export type NameHash = (name: string, namespace: string) => string

/**
 * 20 bits of a keyed hash of a NIK: enough to say that it may be known elsewhere, too few to say who is. A
 * kelurahan's plausible NIK (area, birth date, sex, some hundred serial numbers) are about twenty million: some
 * twenty of them have the same hint.
 * @param key UUID, another one in each kelurahan
 * @returns five hexadecimal digits
 */
export function nikHintOf(hash: NameHash, key: string, nik: string): string {
  return hash(nik, key).slice(0, DIGITS)
}

/**
 * `GET /api/nik-hints`: hints of the NIK that are known in those RW of each kelurahan which the asking device does
 * not hold. Members who were removed are left out.
 */
export const nikHintsSchema = z.object({
  kelurahan: z.array(
    z.object({
      code: z.string().check(z.maxLength(13)),
      key: z.guid(),
      /** sorted, one after the other without a sign between */
      hints: z.string().check(z.regex(/^(?:[0-9a-f]{5})*$/), z.maxLength(1_000_000)),
    }),
  ),
})
export type NikHints = z.infer<typeof nikHintsSchema>['kelurahan'][number]

/** @param hints as they are sent */
export function readHints(hints: string): ReadonlySet<string> {
  return new Set(hints.match(/[0-9a-f]{5}/g) ?? [])
}
