import * as z from 'zod/mini'
import { snapshotIdSchema } from '../ids.ts'
import { faultCodeSchema } from '../faults.ts'

export const REJECTION_CODES = [
  'wrong-columns',
  'broken-quotes',
  'not-text',
  'bad-nik',
  'bad-kk',
  'no-kk',
  'no-name',
  'bad-date',
  'bad-sex',
  'bad-neighbourhood',
  'unknown-kelurahan',
  'other-city',
  'double-nik',
] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]
const rejectionCodeSchema = z.enum(REJECTION_CODES)

/** A row that was not taken: where it stands in the file and why, in words of both languages. */
export const rejectionSchema = z.object({
  /** number of the row's first line in the file, from 1; the header is line 1 */
  line: z.int(),
  code: rejectionCodeSchema,
  reason: z.object({ id: z.string(), en: z.string() }),
})
export type Rejection = z.infer<typeof rejectionSchema>

/**
 * One import, one snapshot. `POST /api/imports?name=…&asOf=YYYY-MM-DD` takes the file as its body
 * (`application/octet-stream`) and answers 202 with it, or 200 with the earlier one of the same content.
 * `GET /api/imports` lists them, newest first; `GET /api/imports/:id` gives one, to be asked again while it
 * reads; `GET /api/imports/:id/rejections?after=<line>` gives up to 100; `GET /api/imports/:id/rejected.csv`
 * the rejected rows as a file in the same layout with line and reason added.
 */
export const importSchema = z.object({
  id: snapshotIdSchema,
  format: z.literal('dtks-dump-17'),
  fileName: z.string(),
  /** SHA-256 of the file, hex */
  sha256: z.string(),
  /** date of the list, `YYYY-MM-DD` */
  asOf: z.string(),
  state: z.enum(['reading', 'publishing', 'published', 'failed']),
  bytes: z.int(),
  bytesRead: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  households: z.int(),
  /** rejected rows by reason */
  reasons: z.array(z.object({ code: rejectionCodeSchema, count: z.int() })),
  /** why it failed */
  fault: z.nullable(faultCodeSchema),
  startedAt: z.iso.datetime(),
  endedAt: z.nullable(z.iso.datetime()),
})
export type Import = z.infer<typeof importSchema>

export const importsSchema = z.object({ imports: z.array(importSchema) })
export const rejectionsSchema = z.object({ rejections: z.array(rejectionSchema), more: z.boolean() })
