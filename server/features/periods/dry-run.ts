import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Database } from '../../database/database.ts'
import { createFeed } from '../../records/feed.ts'
import { NEWEST_SNAPSHOT } from '../../records/household-store.ts'
import { createSurveyStore } from '../../records/survey-store.ts'
import type { PeriodFigures } from '../../../shared/api/periods.ts'
import type { HouseholdId, SnapshotId, SurveyId } from '../../../shared/ids.ts'
import type { PeriodId } from '../../../shared/period.ts'
import { countsOf, type RegisterHousehold } from '../../../shared/register/household.ts'
import type { StoredPeriod } from './period-store.ts'
import { planFold, type FoldPlan } from './plan-fold.ts'
import { createRegisterStore } from './register-store.ts'

/** Time that the dry run takes from other requests before it lets them in. */
const MAX_TURN_MS = 6

type Due = { id: SurveyId; household_id: HouseholdId }

/**
 * Makes the function that gives the figures which a seal of the open period would give now. It folds in memory,
 * writes nothing and lets other requests in between. Rule [P9] of SPEC.md.
 */
export function createDryRun(database: Database): (open: StoredPeriod) => Promise<PeriodFigures> {
  const surveys = createSurveyStore(database, createFeed(database))
  const register = createRegisterStore(database)
  const newest = database.query<{ id: SnapshotId }>(NEWEST_SNAPSHOT)
  const due = database.query<Due>(
    `select id, household_id from survey where status = 'approved' and approved_seq <= ?
     order by household_id, approved_seq, id`,
  )

  return async (open) => {
    const snapshot = open.cutOff ? open.cutOff.snapshot : (newest.get()?.id ?? null)
    const figures = { ...register.figures(open.id) }
    let turnBegan = performance.now()
    for (const [household, ids] of byHousehold(due.all(open.cutOff?.seq ?? Number.MAX_SAFE_INTEGER))) {
      addHousehold(figures, open.id, household, ids, snapshot)
      if (performance.now() - turnBegan < MAX_TURN_MS) continue
      await yieldToOthers()
      turnBegan = performance.now()
    }
    return figures
  }

  function addHousehold(
    figures: PeriodFigures,
    period: PeriodId,
    household: HouseholdId,
    ids: readonly SurveyId[],
    snapshot: SnapshotId | null,
  ): void {
    const history = register.history(household, period, snapshot)
    let plan: FoldPlan | null = null
    for (const id of ids) {
      const survey = surveys.find(id)
      if (survey?.status !== 'approved') continue
      plan = planFold(period, { ...history, newest: plan?.row ?? history.newest }, survey)
      figures.surveys += 1
    }
    if (!plan) return
    count(figures, history.newest, -1)
    count(figures, plan.row, 1)
    if (plan.change) figures[plan.change.kind] += 1
  }
}

function byHousehold(due: readonly Due[]): Map<HouseholdId, SurveyId[]> {
  const groups = new Map<HouseholdId, SurveyId[]>()
  for (const { id, household_id: household } of due) {
    groups.set(household, [...(groups.get(household) ?? []), id])
  }
  return groups
}

function count(figures: PeriodFigures, household: RegisterHousehold | null, times: 1 | -1): void {
  if (household?.state !== 'present') return
  const { families, members, problems } = countsOf(household.document)
  figures.households += times
  figures.families += times * families
  figures.members += times * members
  figures.problems += times * problems
}
