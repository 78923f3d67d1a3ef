import * as z from 'zod/mini'
import { surveyIdSchema, type SurveyId } from '../../../shared/ids.ts'
import type { ChangeResult } from '../../../shared/sync/protocol.ts'

/** The version to which a phone's own changes led, and whether they began the survey. */
export type OwnVersion = { readonly version: number; readonly isNew: boolean }

/** The part of a change that says what it was made on. */
const madeOnSchema = z.object({ survey: surveyIdSchema, base: z.int() })

/**
 * Surveys whose every version since the one that the phone holds came from its own changes of one request, merged
 * whole: the phone can make the newest version itself. Rule [N6] of SPEC.md.
 * @param changes as sent
 * @param results theirs, in the same order; perhaps fewer
 */
export function ownVersions(
  changes: readonly unknown[],
  results: readonly ChangeResult[],
): ReadonlyMap<SurveyId, OwnVersion> {
  const own = new Map<SurveyId, OwnVersion>()
  const shared = new Set<SurveyId>()
  for (const [index, { survey, version, conflicts }] of results.entries()) {
    if (survey === null) continue
    const made = madeOnSchema.safeParse(changes[index]).data
    const before = own.get(survey)
    const follows = made?.survey === survey && version === (before?.version ?? made.base) + 1
    if (follows && conflicts === 0) own.set(survey, { version, isNew: before?.isNew ?? version === 1 })
    else shared.add(survey)
  }
  for (const survey of shared) own.delete(survey)
  return own
}
