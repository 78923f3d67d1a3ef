import * as z from 'zod/mini'
import { faultCodeSchema } from '../faults.ts'
import { accountIdSchema, surveyIdSchema } from '../ids.ts'
import { streamSchema } from '../population/area.ts'
import type { SurveyDocument } from '../survey/document.ts'

/** A held change with those that joined it: one thing to decide. */
export const heldSchema = z.object({
  /** names the oldest of them */
  id: z.int(),
  survey: z.nullable(surveyIdSchema),
  /** the household's name; empty where nobody knows it */
  name: z.string(),
  enumerator: z.string(),
  /** what the phone is called */
  device: z.string(),
  /** where it lies, else where its author works; null where neither is known */
  stream: z.nullable(streamSchema),
  /** when it arrived */
  at: z.iso.datetime(),
  /** street and house, as the name; empty where nobody knows it */
  address: z.string(),
  /** null where nobody knows it */
  rt: z.nullable(z.string()),
  /** of the oldest: when it was last edited, by its phone's clock; null where that cannot be read */
  madeAt: z.nullable(z.iso.datetime({ offset: true })),
  /** of the oldest: answers that people gave or took back */
  answers: z.int(),
  /** of the oldest: keys of the sections that these stand in, in the order of the form */
  sections: z.array(z.string()),
  /** of the oldest: whether it submits the survey */
  submits: z.boolean(),
  /** why the oldest is held */
  fault: faultCodeSchema,
  /** later changes of the survey by the same phone that wait behind it */
  joined: z.int(),
})
export type Held = z.infer<typeof heldSchema>

/** `GET /api/quarantine?after=<next>`: what is held in the areas of a supervisor, or in the city; oldest first. */
export const heldListSchema = z.object({ held: z.array(heldSchema), next: z.nullable(z.int()) })
export type HeldList = z.infer<typeof heldListSchema>

/** One answer of a held change as it came; the questionnaire may not know its path, and its sides may be anything. */
const heldStepSchema = z.object({ path: z.string(), from: z.unknown(), to: z.unknown() })
export type HeldStep = z.infer<typeof heldStepSchema>

const documentSchema = z.custom<SurveyDocument>((value) => typeof value === 'object' && value !== null)

/** `GET /api/quarantine/:id`. */
export const heldDetailSchema = z.object({
  held: heldSchema,
  changes: z.array(
    z.object({
      id: z.int(),
      at: z.iso.datetime(),
      fault: faultCodeSchema,
      submits: z.boolean(),
      /** null where it cannot be read at all */
      steps: z.nullable(z.array(heldStepSchema)),
    }),
  ),
  /** why the oldest could not be released now; null where it can */
  obstacle: z.nullable(faultCodeSchema),
  /** to whom it can be handed */
  heirs: z.array(z.object({ account: accountIdSchema, name: z.string() })),
  /** people of the survey and of what is known of the household, the survey's first: where names stand */
  documents: z.array(documentSchema),
})
export type HeldDetail = z.infer<typeof heldDetailSchema>

/** Codes, not words: they stand in the audit log. */
export const HELD_REASONS = ['asked', 'area', 'updated', 'redone'] as const
const reasonSchema = z.enum(HELD_REASONS)
export type HeldReason = z.infer<typeof reasonSchema>

/** `POST /api/quarantine/:id/acts`. Sent twice, or by two people, it takes effect once. */
export const heldActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('release'), reason: reasonSchema }),
  /** released, and the survey goes to another enumerator with a word */
  z.object({
    kind: z.literal('hand'),
    to: accountIdSchema,
    note: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
  }),
  /** kept as it is, and what joined it no longer waits for it */
  z.object({ kind: z.literal('aside'), reason: reasonSchema }),
])
export type HeldAct = z.infer<typeof heldActSchema>

/** What an act did; nothing where somebody had decided before. */
export const heldOutcomeSchema = z.object({
  /** changes that have their effect now */
  released: z.int(),
  /** changes that are still held */
  left: z.int(),
  /** why the first of those is */
  fault: z.nullable(faultCodeSchema),
})
export type HeldOutcome = z.infer<typeof heldOutcomeSchema>
