import * as z from 'zod/mini'
import { householdIdSchema, surveyIdSchema, type HouseholdId, type SurveyId } from '../../../shared/ids.ts'
import { changeEnvelopeSchema, isKnownPatch, type Change } from '../../../shared/sync/change.ts'
import { canonicalText, hashOfText } from '../../platform/hash.ts'
import { receivedChangeSchema } from './received-schema.ts'

/** A change as it came, looked at without the database: all that needs no transaction is done before one begins. */
export type ReceivedChange = {
  /** its canonical JSON, or words that say so where it cannot be walked through */
  readonly text: string
  /** SHA-256 of that text */
  readonly hash: string
  /** what places it in its device's order; null where that cannot be read */
  readonly envelope: z.infer<typeof changeEnvelopeSchema> | null
  /** null where it is no change */
  readonly change: Change | null
  /** whether the questionnaire knows all its answers */
  readonly isKnown: boolean
  /** false where it is nested too deep to walk through; nobody's phone makes one */
  readonly isWhole: boolean
  /** what it is about can often be read though it cannot be applied */
  readonly about: { readonly survey: SurveyId; readonly household: HouseholdId } | null
}

const aboutSchema = z.object({ survey: surveyIdSchema, household: householdIdSchema })

export function readReceived(body: unknown): ReceivedChange {
  const change = (receivedChangeSchema.safeParse(body).data ?? null) as Change | null
  const envelope = change ?? changeEnvelopeSchema.safeParse(body).data ?? null
  const whole = wholeText(body)
  const text = whole ?? canonicalText({ tooDeep: envelope && { id: envelope.id, seq: envelope.seq } })
  return {
    text,
    hash: hashOfText(text),
    envelope,
    change,
    isKnown: change !== null && isKnownPatch(change.patch),
    isWhole: whole !== null,
    about: change ?? aboutSchema.safeParse(body).data ?? null,
  }
}

function wholeText(body: unknown): string | null {
  try {
    return canonicalText(body)
  } catch {
    return null
  }
}
