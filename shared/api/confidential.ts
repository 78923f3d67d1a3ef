import * as z from 'zod/mini'
import { SEALED_BYTES } from '../confidential/visit-request.ts'
import { confidentialIdSchema } from '../ids.ts'
import { areaSchema } from '../population/area.ts'

const SEALED_LENGTH = Math.ceil(SEALED_BYTES / 3) * 4

/** `GET /api/confidential-key`: the key to which phones seal requests. */
export const caseWorkersKeySchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  /** uncompressed point of P-256 (65 bytes), base64 */
  publicKey: z.string().check(z.length(88), z.regex(/^[A-Za-z0-9+/]+=$/)),
})
export type CaseWorkersKey = z.infer<typeof caseWorkersKeySchema>

/** `POST /api/confidential-requests`: a sealed request. All of them have one length. */
export const confidentialMessageSchema = z.strictObject({
  id: confidentialIdSchema,
  /** of the key that it was sealed to */
  keyId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** encapsulated key and cipher text, base64 */
  sealed: z.string().check(z.length(SEALED_LENGTH), z.regex(/^[A-Za-z0-9+/]+=$/)),
})
export type ConfidentialMessage = z.infer<typeof confidentialMessageSchema>

/** Its reply: the server has it durably. The same message gets the same one. */
export const confidentialReceiptSchema = z.object({
  id: confidentialIdSchema,
  /** SHA-256 over the canonical JSON of the message, hex */
  hash: z.string(),
  /** in Asia/Jakarta */
  receivedOn: z.iso.date(),
})
export type ConfidentialReceipt = z.infer<typeof confidentialReceiptSchema>

/** A request as its case worker sees it. */
export const confidentialRequestSchema = z.object({
  id: confidentialIdSchema,
  whom: z.enum(['household', 'member']),
  name: z.string(),
  address: z.string(),
  area: areaSchema,
  askedAt: z.iso.datetime(),
  /** null while nobody has been there */
  doneAt: z.nullable(z.iso.datetime()),
})
export type ConfidentialRequest = z.infer<typeof confidentialRequestSchema>

/**
 * `GET /api/confidential-requests`: the open ones of the case worker's areas and those done of late, newest
 * first. `POST /api/confidential-requests/:id/done` marks one as done, `DELETE` takes that back; both answer 204.
 */
export const confidentialListSchema = z.object({
  requests: z.array(confidentialRequestSchema),
  /** stored messages that no key opens; in whose area they lie, nobody can tell */
  unreadable: z.int(),
})
export type ConfidentialList = z.infer<typeof confidentialListSchema>
