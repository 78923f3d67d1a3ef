import * as z from 'zod/mini'

/** What a supervisor may do with a survey. */
export const reviewCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve') }),
  z.object({
    kind: z.literal('return'),
    reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
  }),
  z.object({
    kind: z.literal('reject'),
    reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
  }),
  z.object({ kind: z.literal('reopen') }),
  /** takes one side of a conflict: what stands, or what was offered */
  z.object({ kind: z.literal('resolve'), group: z.string(), take: z.enum(['current', 'offered']) }),
])
export type ReviewCommand = z.infer<typeof reviewCommandSchema>
