import * as z from 'zod/mini'
import { MAX_CHANGES_PER_REQUEST } from './protocol.ts'
import { accountIdSchema, deviceIdSchema } from '../ids.ts'

/**
 * A rescue file: what a phone has and the server may not, sealed to the server's key by HPKE (RFC 9180: P-256,
 * HKDF-SHA256, AES-256-GCM, base mode).
 *
 *     magic (16 bytes) | id of the key (16) | HPKE's encapsulated key (65) | frames
 *
 * A frame is the length of its ciphertext (32 bits, big-endian) and the ciphertext; the nth frame is sealed under the
 * context's nth nonce, so that none can be left out, doubled or moved. Its plaintext is one byte that says its kind, and
 * its content: first the head, then changes, then photos, each as its name and its pieces, and the end.
 */
export const RESCUE_MAGIC = 'yesjitu-rescue-1'
export const RESCUE_KEY_ID_BYTES = 16
export const RESCUE_ENCAPSULATED_BYTES = 65

/** HPKE's `info`: ties the key to this use. */
export const RESCUE_INFO = 'yesjitu rescue file 1'

export const FRAME = { head: 1, changes: 2, photo: 3, photoPiece: 4, end: 5 } as const

/** Bytes of a frame's ciphertext at most: nobody's memory may depend on what a file says. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024

export const rescueHeadSchema = z.object({
  device: deviceIdSchema,
  account: accountIdSchema,
  /** by the phone's clock, ISO instant */
  at: z.string().check(z.maxLength(40)),
})
export type RescueHead = z.infer<typeof rescueHeadSchema>

/** Bytes of all changes of a file at most, unpacked: our own choice, some ten thousand whole surveys. */
export const MAX_RESCUED_BYTES = 32 * 1024 * 1024

/** Changes as they were frozen, by sequence number; each is parsed alone by whoever takes them. */
export const rescueChangesSchema = z.array(z.unknown()).check(z.maxLength(MAX_CHANGES_PER_REQUEST))

export const rescuePhotoSchema = z.object({
  /** over the photo's bytes, hex */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  type: z.enum(['image/webp', 'image/jpeg']),
  bytes: z.int().check(z.nonnegative()),
})
export type RescuePhoto = z.infer<typeof rescuePhotoSchema>

/** How much there was: a file that was cut off has none. */
export const rescueEndSchema = z.object({ changes: z.int(), photos: z.int() })
