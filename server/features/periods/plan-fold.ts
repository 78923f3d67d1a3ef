import type { PeriodId } from '../../../shared/period.ts'
import type { Area, KelurahanCode } from '../../../shared/population/area.ts'
import { changeBetween, type HouseholdChange } from '../../../shared/register/change.ts'
import { foldHousehold } from '../../../shared/register/fold.ts'
import { withoutTombstones, type KnownHousehold } from '../../../shared/register/household.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import type { HouseholdHistory, RegisterRow } from './register-store.ts'

export type FoldPlan = {
  readonly row: RegisterRow
  /** what the period changed of the household so far, null for nothing */
  readonly change: HouseholdChange | null
}

/**
 * The register's next row of a household and what the period changed with it; writes nothing.
 * @param area of the survey; taken where the household's own answers do not say where it lies
 */
export function planFold(
  period: PeriodId,
  history: HouseholdHistory,
  survey: { readonly document: SurveyDocument; readonly area: Area },
): FoldPlan {
  const before = knownBefore(history)
  const isFoldedAlready = history.newest !== null && history.newest.fromPeriod === period
  const household = foldHousehold(isFoldedAlready ? history.newest : before, survey.document)
  const row: RegisterRow = {
    ...household,
    version: (history.newest?.version ?? 0) + 1,
    fromPeriod: period,
    area: areaOf(household.document, history.newest?.area ?? survey.area),
  }
  return { row, change: changeBetween(before, household) }
}

function knownBefore({ before, listed }: HouseholdHistory): KnownHousehold | null {
  if (before) return { ...before, document: withoutTombstones(before.document) }
  return listed && { document: listed, state: 'listed', goneReason: null }
}

function areaOf({ location }: SurveyDocument, fallback: Area): Area {
  return {
    kelurahan: (location.kelurahan as KelurahanCode | undefined) ?? fallback.kelurahan,
    rw: location.rw ?? fallback.rw,
    rt: location.rt ?? fallback.rt,
  }
}
