import * as z from 'zod/mini'
import { changeIdSchema, deviceIdSchema, householdIdSchema, surveyIdSchema } from '../ids.ts'
import type { Patch } from './patch.ts'
import { entryOf } from '../survey/path.ts'
import { isAnswerOf } from '../survey/answer-value.ts'
import { questionAt } from '../survey/questionnaire.ts'
import type { Answer } from '../survey/document.ts'

/** Commands that a phone may send; supervisors' go through the review endpoint into the same log. */
const phoneCommandSchema = z.object({ kind: z.literal('submit') })

const answerSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const stepSchema = z.strictObject({ from: z.nullable(answerSchema), to: z.nullable(answerSchema) })

/** More than any survey has: a household of 60 with 40 problems has about 1,100 answers. */
export const MAX_STEPS = 5000

/**
 * A change as a phone sends it: frozen once sent. Unknown keys are dropped here, but its hash is over all
 * that was sent (canonical JSON, RFC 8785). The device clock `at` is recorded, never trusted.
 */
export const changeSchema = z.object({
  id: changeIdSchema,
  device: deviceIdSchema,
  /** contiguous per device, from 1 */
  seq: z.int().check(z.positive()),
  /** `seq` of the device's change of the same survey before this one; its id in changes frozen under protocol 1 */
  previous: z.nullable(z.union([z.int(), changeIdSchema])),
  survey: surveyIdSchema,
  household: householdIdSchema,
  registerVersion: z.int().check(z.nonnegative()),
  /** the survey's version last seen by the phone; 0 for none */
  base: z.int().check(z.nonnegative()),
  /** version of the assignments under which it was made */
  scope: z.int().check(z.nonnegative()),
  patch: z.record(z.string(), stepSchema).check(z.refine((patch) => Object.keys(patch).length <= MAX_STEPS)),
  command: z.optional(phoneCommandSchema),
  /** version of the questionnaire */
  form: z.int().check(z.positive()),
  at: z.string().check(z.maxLength(40)),
})
export type Change = Omit<z.infer<typeof changeSchema>, 'patch'> & { patch: Patch }

/** The part of a change that must be readable to place it in its device's order. */
export const changeEnvelopeSchema = z.object({ id: changeIdSchema, seq: z.int().check(z.positive()) })

/**
 * True where every step leads to an answer that this questionnaire allows at its path. Where it comes from is
 * not checked: it may stem from an older questionnaire.
 */
export function isKnownPatch(patch: Patch): boolean {
  for (const path in patch) if (!isKnownAnswer(path, patch[path]?.to ?? null)) return false
  return true
}

const ENTRY_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function isKnownAnswer(path: string, answer: Answer | null): boolean {
  const question = questionAt(path)
  if (!question) return false
  const entry = entryOf(path)
  if (entry !== null && !ENTRY_ID.test(entry)) return false
  return answer === null || isAnswerOf(question, answer)
}
