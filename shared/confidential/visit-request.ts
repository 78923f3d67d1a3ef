import * as z from 'zod/mini'
import { householdIdSchema, personIdSchema } from '../ids.ts'
import { areaSchema } from '../population/area.ts'

/** What the seal is bound to (HPKE's `info`): the product, the kind of message, its version. */
export const SEAL_INFO = 'yes-jitu/confidential-visit/1'

/** Every plain text has this many bytes, so that the length of a sealed one tells nothing. */
export const PLAIN_BYTES = 2048

/** The encapsulated P-256 key, the padded text, and the tag of AES-GCM. */
export const SEALED_BYTES = 65 + PLAIN_BYTES + 16

/**
 * A wish for a confidential visit, as only the case workers read it. Strict: there is no place for a reason, a
 * kind of problem or a note.
 */
export const visitRequestSchema = z.strictObject({
  household: householdIdSchema,
  /** null for the household as a whole */
  member: z.nullable(personIdSchema),
  /** of the member, else the one that the household goes by; as the phone shows it */
  name: z.string(),
  address: z.string(),
  area: areaSchema,
  /** the phone's time: recorded, never trusted */
  askedAt: z.iso.datetime(),
})
export type VisitRequest = z.infer<typeof visitRequestSchema>

/**
 * The request as text of exactly `PLAIN_BYTES` characters, all of them ASCII and so one byte each. What does not
 * fit is cut: the address first, then the name.
 */
export function writeVisitRequest(request: VisitRequest): string {
  const address = longestThatFits(request.address, (cut) => fits({ ...request, address: cut }))
  const name = longestThatFits(request.name, (cut) => fits({ ...request, address, name: cut }))
  return asciiJson({ ...request, address, name }).padEnd(PLAIN_BYTES)
}

/** @returns null where the text is no request */
export function readVisitRequest(text: string): VisitRequest | null {
  try {
    return visitRequestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function fits(request: VisitRequest): boolean {
  return asciiJson(request).length <= PLAIN_BYTES
}

function longestThatFits(text: string, isFitting: (cut: string) => boolean): string {
  if (isFitting(text)) return text
  const kept = Array.from(text).slice(0, PLAIN_BYTES)
  while (kept.length > 0 && !isFitting(kept.join(''))) kept.pop()
  return kept.join('')
}

function asciiJson(value: object): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
