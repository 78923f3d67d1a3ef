import * as z from 'zod/mini'
import { changeIdSchema, householdIdSchema, surveyIdSchema } from '../ids.ts'
import { foundHouseholdSchema } from './aliases.ts'
import { contentHashSchema } from './attachments.ts'
import { areaSchema } from '../population/area.ts'
import { reviewCommandSchema } from '../review/command.ts'
import { surveyStatusSchema } from '../review/status.ts'
import { householdRecordSchema, surveyRecordSchema } from '../sync/protocol.ts'

/** One row of the queue; nothing of it is restricted. */
export const reviewRowSchema = z.object({
  survey: surveyIdSchema,
  /** the family head's name, else the first member's; empty where nobody was recorded */
  name: z.string(),
  enumerator: z.string(),
  area: areaSchema,
  status: surveyStatusSchema,
  version: z.int(),
  conflicts: z.int(),
  problems: z.int(),
  /** of its pictures, those that have not arrived */
  photosMissing: z.int(),
  late: z.boolean(),
  updatedAt: z.iso.datetime(),
})
export type ReviewRow = z.infer<typeof reviewRowSchema>

/**
 * `GET /api/reviews?status=submitted&after=<cursor>`: surveys of the supervisor's areas, oldest first.
 * `status` may be given more than once; without it all but drafts.
 */
export const reviewQueueSchema = z.object({
  rows: z.array(reviewRowSchema),
  /** how many surveys stand in each status, drafts too; supervisors see only how many */
  counts: z.record(z.string(), z.int()),
  /** changes that wait in quarantine in the supervisor's areas */
  quarantined: z.int(),
  next: z.nullable(z.string()),
})
export type ReviewQueue = z.infer<typeof reviewQueueSchema>

/** Where two accounts disagree: what stands and what was offered, by path. */
const openConflictSchema = z.object({
  group: z.string(),
  answers: z.record(z.string(), z.object({ current: z.unknown(), offered: z.unknown() })),
  /** who offered the other answers */
  by: z.string(),
  at: z.iso.datetime(),
})

/** Two people who answered different questions without knowing of each other's answers; nothing is left to choose. */
const openOverlapSchema = z.object({
  /** both of them, and which answers they gave */
  sides: z.array(z.object({ by: z.string(), paths: z.array(z.string()) })),
  /** when their answers last came together */
  at: z.iso.datetime(),
})

/** `GET /api/reviews/:survey`: the survey beside what the register and the ministry's list say. */
export const reviewDetailSchema = z.object({
  survey: surveyRecordSchema,
  enumerator: z.string(),
  /** what stood beside the questions: the register's record, else the list's; null for a household added on the way */
  known: z.nullable(householdRecordSchema),
  /** the ministry's record, null where it is on no list */
  listed: z.nullable(householdRecordSchema),
  conflicts: z.array(openConflictSchema),
  /** by a supervisor's word */
  same: z.object({
    /** what this household is said to be the same as, by whom and why; null where it stands for itself */
    join: z.nullable(
      z.object({ sameAs: householdIdSchema, by: z.string(), at: z.iso.datetime(), reason: z.string() }),
    ),
    /** all that are the same, the one that stands for them first */
    households: z.array(foundHouseholdSchema),
  }),
  /** those that no approval has seen */
  overlaps: z.array(openOverlapSchema),
  /** SHA-256 of those of its pictures that are here: the others are still on a phone */
  arrived: z.array(contentHashSchema),
})
export type ReviewDetail = z.infer<typeof reviewDetailSchema>

/**
 * `POST /api/reviews/:survey/commands`. Sent twice, it takes effect once. `version` is the one that the
 * supervisor looked at: `wrong-state` where the survey has changed since. Answers the new detail.
 */
export const reviewRequestSchema = z.object({
  id: changeIdSchema,
  version: z.int(),
  command: reviewCommandSchema,
})
export type ReviewRequest = z.infer<typeof reviewRequestSchema>
