import * as z from 'zod/mini'
import { periodIdSchema } from '../period.ts'

export const periodFiguresSchema = z.object({
  /** approved surveys that the seal folds or has folded */
  surveys: z.int(),
  households: z.int(),
  families: z.int(),
  members: z.int(),
  problems: z.int(),
  added: z.int(),
  changed: z.int(),
  gone: z.int(),
})
export type PeriodFigures = z.infer<typeof periodFiguresSchema>

/**
 * A month. `GET /api/periods` lists them, newest first, the open one leading with the figures that a seal would
 * give now; `POST /api/periods/:id/seal` seals it (again: changes nothing, answers the same);
 * `GET /api/periods/:id/package.zip` gives the ministry's package of a sealed one.
 */
export const periodSchema = z.object({
  id: periodIdSchema,
  state: z.enum(['open', 'sealed']),
  figures: periodFiguresSchema,
  /** surveys that wait for a supervisor and would miss this period */
  waiting: z.int(),
  sealedAt: z.nullable(z.iso.datetime()),
  sealedBy: z.nullable(z.string()),
  package: z.nullable(z.object({ fileName: z.string(), bytes: z.int(), sha256: z.string() })),
})
export type Period = z.infer<typeof periodSchema>

export const periodsSchema = z.object({ periods: z.array(periodSchema) })
