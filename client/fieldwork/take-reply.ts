import { streamSchema } from '../../shared/population/area.ts'
import { surveyIdOf, type ChangeId, type HouseholdId } from '../../shared/ids.ts'
import type { ChangeResult, News, SyncReply } from '../../shared/sync/protocol.ts'
import type { Ids } from '../ports/ids.ts'
import type { Found } from '../ports/records.ts'
import { ONLY, type OutboxEntry } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'
import type { SurveyPart } from './survey-part.ts'

export type Taking = {
  readonly reply: SyncReply
  /** those whose receipt fits the change that was sent */
  readonly results: ReadonlyMap<ChangeId, ChangeResult>
  /** the epoch that the request named */
  readonly askedUnder: string | null
  /** null where this device has sent nothing that is still to be settled */
  readonly takeResults: SurveyPart['takeResults'] | null
}

/** Plans all that a reply brings; a reply to a request from before the epoch that is held brings nothing. */
export function takeReply(
  plan: Plan,
  { memory, ids }: { readonly memory: Memory; readonly ids: Pick<Ids, 'uuidv5'> },
  { reply, results, askedUnder, takeResults }: Taking,
  settled: readonly Found<OutboxEntry>[],
): void {
  const before = plan.get('progress', ONLY)?.body ?? memory.progress.peek()
  if (before.epoch !== askedUnder) return
  const isNewHistory = before.epoch !== null && before.epoch !== reply.epoch
  plan.know(settled)
  const entries = [...new Set([...settled.map(({ id }) => id), ...memory.tables.outbox.keys()])]

  takeResults?.beforeNews(plan, entries, results, isNewHistory)
  for (const news of reply.news) takeNews(plan, news, reply)
  takeResults?.afterNews(plan, entries, reply.epoch)
  const streams = new Set<string>(reply.scope.streams)
  const held = [...memory.tables.households.values()].map(({ body }) => body.record.id)
  const households = new Set([...held, ...reply.news.flatMap(householdBrought)])
  for (const household of households) {
    if (hasLeft(plan, household, streams)) purge(plan, { memory, ids }, household)
  }
  const cursors = Object.entries({ ...(isNewHistory ? {} : before.cursors), ...reply.cursors })
  plan.put(
    'progress',
    ONLY,
    { area: '', state: '', at: reply.at },
    {
      epoch: reply.epoch,
      // A stream that comes back into the scope later is pulled from its start.
      cursors: Object.fromEntries(
        cursors.filter(([name]) => streams.has(name) || !streamSchema.safeParse(name).success),
      ),
      scope: reply.scope.version,
      backedUp: reply.backedUp,
      lastAt: before.lastAt,
    },
  )
}

function takeNews(plan: Plan, news: News, { at, epoch }: SyncReply): void {
  const { stream } = news
  switch (news.kind) {
    case 'household':
      plan.put(
        'households',
        news.household.id,
        { area: stream, state: 'listed', at },
        { record: news.household, stream },
      )
      return
    case 'survey': {
      const held = plan.get('surveys', news.survey.id)?.body
      if (held && held.epoch === epoch && held.record.version > news.survey.version) return
      plan.put(
        'surveys',
        news.survey.id,
        { area: stream, state: news.survey.status, at },
        {
          record: news.survey,
          epoch,
          receivedAt: held?.receivedAt ?? null,
          refused: held?.refused ?? null,
        },
      )
      return
    }
    case 'leave': {
      const row = plan.get('households', news.household)
      // It may have moved to another stream of this device, whose news came first.
      if (row && row.body.stream === stream) {
        plan.put('households', news.household, { ...row.keys, state: 'left' }, row.body)
      }
    }
  }
}

function householdBrought(news: News): readonly HouseholdId[] {
  return news.kind === 'household' ? [news.household.id] : []
}

function hasLeft(plan: Plan, household: HouseholdId, streams: ReadonlySet<string>): boolean {
  const row = plan.get('households', household)
  return row !== null && (row.keys.state === 'left' || !streams.has(row.body.stream))
}

/** Nothing is purged that the server does not have, or holds in quarantine. */
function purge(
  plan: Plan,
  { memory, ids }: { readonly memory: Memory; readonly ids: Pick<Ids, 'uuidv5'> },
  household: HouseholdId,
): void {
  const record = plan.get('households', household)?.body.record
  if (!record) return
  const current = surveyIdOf(ids.uuidv5, household, record.registerVersion)
  const surveys = [...new Set([current, ...memory.surveysOf(household)])]
  const outbox = memory.facts(household)?.outbox ?? []
  const waits = outbox.some(({ id }) => {
    const state = plan.get('outbox', id)?.keys.state
    return state === 'waiting' || state === 'quarantined'
  })
  if (waits || surveys.some((survey) => plan.get('openChanges', survey))) return
  plan.remove('households', household)
  for (const survey of surveys) {
    plan.remove('surveys', survey)
    plan.check('openChanges', survey)
  }
}
