import * as z from 'zod/mini'
import { changeSchema, MAX_STEPS } from '../../../shared/sync/change.ts'
import type { Patch } from '../../../shared/sync/patch.ts'

/** The same as {@link changeSchema}, for a server that reads thousands: its many steps are looked at without Zod. */
export const receivedChangeSchema = z.extend(changeSchema, { patch: z.custom<Patch>(isPatch) })

function isPatch(value: unknown): value is Patch {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  let steps = 0
  for (const path in value) {
    steps += 1
    if (steps > MAX_STEPS || !isStep((value as Record<string, unknown>)[path])) return false
  }
  return true
}

function isStep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const key in value) if (key !== 'from' && key !== 'to') return false
  const { from, to } = value as { from?: unknown; to?: unknown }
  return isAnswerOrNull(from) && isAnswerOrNull(to)
}

function isAnswerOrNull(value: unknown): boolean {
  if (value === null) return true
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string')
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}
