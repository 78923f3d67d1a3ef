import * as z from 'zod/mini'
import { changeIdSchema, deviceIdSchema } from '../ids.ts'
import { streamSchema } from '../population/area.ts'
import { MAX_CHANGES_PER_REQUEST } from './protocol.ts'

// Changes are parsed one by one: a bad one must not hold up the others.
export const syncRequestSchema = z.object({
  protocol: z.int(),
  /** whose work this is: another tab may have signed somebody else in meanwhile */
  device: deviceIdSchema,
  /** id of the server's history that the cursors belong to; null before the first sync */
  epoch: z.nullable(z.string()),
  /** opaque, as the server gave them, by stream */
  cursors: z.record(z.string(), z.string().check(z.maxLength(200))),
  /** version of the assignments that the phone last heard of; 0 before the first sync */
  scope: z.int(),
  changes: z.array(z.unknown()).check(z.maxLength(MAX_CHANGES_PER_REQUEST)),
  /** changes that the phone knows to be held in quarantine: it asks what became of them */
  held: z.optional(z.array(changeIdSchema).check(z.maxLength(MAX_CHANGES_PER_REQUEST))),
  /** `digestOfAll` of what the phone holds of its streams; left out where it has work to send or pulls one anew */
  digest: z.optional(z.string().check(z.maxLength(40))),
  /** first number that this device still has, where the server waited for one that it let go of */
  gone: z.optional(z.int()),
  /** streams that the phone now pulls anew because their digests differed */
  healing: z.optional(z.array(streamSchema)),
})
export type SyncRequest = z.infer<typeof syncRequestSchema>
