import * as z from 'zod/mini'
import type { DeviceBodies } from './bodies.ts'

// Not a record: that would look at each of its keys, in two thousand rows of a start.
const anything = z.custom<object>((held) => typeof held === 'object' && held !== null && !Array.isArray(held))

// Only what every row is filed by: a stricter look would leave out what an older version of the app wrote.
const FILED_BY = {
  households: z.object({
    record: z.object({ id: z.string(), area: anything, known: anything }),
    stream: z.string(),
  }),
  surveys: z.object({
    record: z.object({ id: z.string(), household: z.string(), document: anything }),
  }),
  openChanges: z.object({ survey: z.string(), household: z.string(), patch: anything }),
  outbox: z.object({
    change: z.object({
      id: z.string(),
      seq: z.number(),
      survey: z.string(),
      household: z.string(),
      patch: anything,
    }),
  }),
  sequence: z.object({ next: z.number() }),
  progress: z.object({ cursors: anything }),
  place: anything,
} satisfies { readonly [Table in keyof DeviceBodies]: z.ZodMiniType }

/** Whether a body read from the disk can be filed in memory; one that cannot would stop all others. */
export function isUnderstood(table: keyof DeviceBodies, body: unknown): boolean {
  return FILED_BY[table].safeParse(body).success
}
