import * as z from 'zod/mini'

/** SHA-256 of a picture's bytes, hex: its name on every device and at the server. */
export const contentHashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** `POST /api/uploads` where nothing is missing: no upload is created, and no byte has to be sent. */
export const alreadyHeldSchema = z.object({ held: contentHashSchema })

/** Pictures that one question about them may name. */
export const MAX_ASKED_ATTACHMENTS = 100

/** `POST /api/attachments/held`: what the server has of these. */
export const heldRequestSchema = z.object({
  sha256: z.array(contentHashSchema).check(z.maxLength(MAX_ASKED_ATTACHMENTS)),
})

export const heldReplySchema = z.object({
  held: z.array(contentHashSchema),
  /** of those held, what is in a verified copy on other storage, too */
  backedUp: z.array(contentHashSchema),
})
export type HeldReply = z.infer<typeof heldReplySchema>
