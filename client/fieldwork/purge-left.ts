import { surveyIdOf, type HouseholdId, type SurveyId } from '../../shared/ids.ts'
import type { SyncReply } from '../../shared/sync/protocol.ts'
import type { Ids } from '../ports/ids.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'

type Ports = { readonly memory: Memory; readonly ids: Pick<Ids, 'uuidv5'> }

/**
 * Takes away what left the device's areas: households with their surveys, and surveys whose household is not here.
 * With the last page of another history, or of a stream that was pulled anew, also what that did not tell of. Nothing
 * goes that the server does not have, or holds in quarantine; the changes themselves stay. Rules [N2], [N3] and [N8].
 */
export function purgeLeft(
  plan: Plan,
  ports: Ports,
  {
    reply,
    streams,
    entries,
    told,
  }: {
    readonly reply: SyncReply
    readonly streams: ReadonlySet<string>
    readonly entries: readonly string[]
    /** streams that were told anew with this reply, by the number of their heal */
    readonly told: ReadonlyMap<string, number>
  },
): void {
  const { tables } = ports.memory
  const atWork = householdsAtWork(plan, entries)
  const held = [
    ...[...tables.households.values()].map(({ body }) => body.record.id),
    ...[...tables.surveys.values()].map(({ body }) => body.record.household),
    ...reply.news.flatMap((one) => (one.kind === 'household' ? [one.household.id] : [])),
  ]
  for (const household of new Set(held)) {
    const surveys = surveysOf(plan, ports, household)
    if (atWork.has(household)) continue
    const row = plan.get('households', household)
    const isGone = row?.keys.state === 'listed' && isUntold(reply, told, row.body.stream, row.body)
    if (isGone || isAway(plan, household, surveys, streams)) purge(plan, household, surveys)
    else {
      const untold = surveys.filter((id) => {
        const survey = plan.get('surveys', id)
        return survey !== null && isUntold(reply, told, survey.keys.area, survey.body)
      })
      purgeSurveys(plan, untold)
    }
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

/** What was told before, and not told again where all was told: the server does not know of it. */
function isUntold(
  { remaining, epoch }: SyncReply,
  told: ReadonlyMap<string, number>,
  stream: string,
  row: { readonly epoch?: string; readonly heal?: number },
): boolean {
  if (told.has(stream)) return row.heal !== told.get(stream)
  return remaining === 0 && row.epoch !== undefined && row.epoch !== epoch
}

function purge(plan: Plan, household: HouseholdId, surveys: readonly SurveyId[]): void {
  const isPurged = purgeSurveys(plan, surveys)
  if (isPurged && plan.get('households', household)) plan.remove('households', household)
  if (isPurged && plan.get('place', household)) plan.remove('place', household)
}

/** All of them, or none where one of them gathers edits. */
function purgeSurveys(plan: Plan, surveys: readonly SurveyId[]): boolean {
  if (surveys.some((survey) => plan.get('openChanges', survey))) return false
  for (const survey of surveys) {
    if (plan.get('surveys', survey)) plan.remove('surveys', survey)
    plan.check('openChanges', survey)
  }
  return true
}
