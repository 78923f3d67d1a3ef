import { askedAnswers } from '../survey/asked-answers.ts'
import { entriesOf, type SurveyDocument } from '../survey/document.ts'
import { joinParadata, parseParadata, type Paradata } from '../survey/paradata.ts'
import { isCompletedVisit } from '../survey/rules.ts'
import { contradictions, nikElsewhere } from './checks/members.ts'
import { atNight, inFuture, tooFast } from './checks/pace.ts'
import { poorAccuracy, tooFar } from './checks/place.ts'
import { allNone, allSame, muchUnsaid } from './checks/sameness.ts'
import type { QualityCase, QualityFlag } from './quality-flag.ts'

const CHECKS = [
  tooFast,
  atNight,
  inFuture,
  tooFar,
  poorAccuracy,
  allSame,
  allNone,
  muchUnsaid,
  nikElsewhere,
  contradictions,
] as const

/**
 * What deserves a second look in a completed survey, by the rules [Q1] to [Q10] of SPEC.md; the same on the phone
 * at the door and at the supervisor's desk. Answers that are no longer asked count for nothing. Pictures that are
 * missing are findings already, and are not said twice.
 */
export function qualityFlags(
  given: Omit<QualityCase, 'paradata'> & { readonly paradata?: Paradata | null },
): readonly QualityFlag[] {
  if (!isCompletedVisit(given)) return []
  const { paradata = paradataOf(given.document) } = given
  const document = askedAnswers(given.document, given.visitDate)
  return CHECKS.flatMap((check) => check({ ...given, document, paradata }))
}

/** How all visits of a survey went together; null where none of them tells. */
function paradataOf({ visits }: Pick<SurveyDocument, 'visits'>): Paradata | null {
  const told = entriesOf(visits).flatMap(([, { paradata }]) => parseParadata(paradata ?? '') ?? [])
  const [first, ...rest] = told
  return first ? rest.reduce(joinParadata, first) : null
}
