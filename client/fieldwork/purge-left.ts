import { surveyIdOf, type HouseholdId, type SurveyId } from '../../shared/ids.ts'
import type { News } from '../../shared/sync/protocol.ts'
import type { Ids } from '../ports/ids.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'

type Ports = { readonly memory: Memory; readonly ids: Pick<Ids, 'uuidv5'> }

/**
 * Takes away what left the device's areas: households with their surveys, and surveys whose household is not here.
 * Nothing goes that the server does not have, or holds in quarantine; the changes themselves stay. Rule [N2].
 */
export function purgeLeft(
  plan: Plan,
  ports: Ports,
  {
    news,
    streams,
    entries,
  }: {
    readonly news: readonly News[]
    readonly streams: ReadonlySet<string>
    readonly entries: readonly string[]
  },
): void {
  const { tables } = ports.memory
  const atWork = householdsAtWork(plan, entries)
  const held = [
    ...[...tables.households.values()].map(({ body }) => body.record.id),
    ...[...tables.surveys.values()].map(({ body }) => body.record.household),
    ...news.flatMap((one) => (one.kind === 'household' ? [one.household.id] : [])),
  ]
  for (const household of new Set(held)) {
    const surveys = surveysOf(plan, ports, household)
    const hasLeft = isAway(plan, household, surveys, streams)
    if (hasLeft && !atWork.has(household)) purge(plan, household, surveys)
  }
}

function householdsAtWork(plan: Plan, entries: readonly string[]): ReadonlySet<HouseholdId> {
  return new Set(
    entries.flatMap((id) => {
      const row = plan.get('outbox', id)
      const isHeld = row?.keys.state === 'waiting' || row?.keys.state === 'quarantined'
      return row && isHeld ? [row.body.change.household] : []
    }),
  )
}

function surveysOf(plan: Plan, { memory, ids }: Ports, household: HouseholdId): readonly SurveyId[] {
  const record = plan.get('households', household)?.body.record
  const current = record ? [surveyIdOf(ids.uuidv5, household, record.registerVersion)] : []
  return [...new Set([...current, ...memory.surveysOf(household)])]
}

function isAway(
  plan: Plan,
  household: HouseholdId,
  surveys: readonly SurveyId[],
  streams: ReadonlySet<string>,
): boolean {
  const row = plan.get('households', household)
  if (row) return row.keys.state === 'left' || !streams.has(row.body.stream)
  return surveys.every((survey) => !streams.has(plan.get('surveys', survey)?.keys.area ?? ''))
}

function purge(plan: Plan, household: HouseholdId, surveys: readonly SurveyId[]): void {
  if (surveys.some((survey) => plan.get('openChanges', survey))) return
  if (plan.get('households', household)) plan.remove('households', household)
  for (const survey of surveys) {
    if (plan.get('surveys', survey)) plan.remove('surveys', survey)
    plan.check('openChanges', survey)
  }
}
