import { streamSchema } from '../../shared/population/area.ts'
import { surveyIdOf, type ChangeId, type HouseholdId } from '../../shared/ids.ts'
import type { ChangeResult, News, SyncReply } from '../../shared/sync/protocol.ts'
import type { Ids } from '../ports/ids.ts'
import type { Found } from '../ports/records.ts'
import { ONLY, type OutboxEntry } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'

export type Taking = {
  readonly reply: SyncReply
  /** those whose receipt fits the change that was sent */
  readonly results: ReadonlyMap<ChangeId, ChangeResult>
  /** the epoch that the request named */
  readonly askedUnder: string | null
}

/** Plans all that a reply brings; a reply to a request from before the epoch that is held brings nothing. */
export function takeReply(
  plan: Plan,
  { memory, ids }: { readonly memory: Memory; readonly ids: Pick<Ids, 'uuidv5'> },
  { reply, results, askedUnder }: Taking,
  settled: readonly Found<OutboxEntry>[],
): void {
  const before = plan.get('progress', ONLY)?.body ?? memory.progress.peek()
  if (before.epoch !== askedUnder) return
  const isNewHistory = before.epoch !== null && before.epoch !== reply.epoch
  plan.know(settled)
  const entries = [...new Set([...settled.map(({ id }) => id), ...memory.tables.outbox.keys()])]

  if (isNewHistory) for (const id of entries) offerAgain(plan, id)
  for (const [id, result] of results) takeResult(plan, id, result)
  for (const news of reply.news) takeNews(plan, news, reply)
  for (const id of bySeq(plan, entries)) settle(plan, id, reply.epoch)
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
      lastAt: before.lastAt,
    },
  )
}

/** The server lost it, or may have: without its receipt it waits for a new one. */
export function offerAgain(plan: Plan, id: string): void {
  const row = plan.get('outbox', id)
  if (!row || row.keys.state === 'waiting') return
  plan.put('outbox', id, { ...row.keys, state: 'waiting' }, { ...row.body, result: null })
}

function takeResult(plan: Plan, id: ChangeId, result: ChangeResult): void {
  const row = plan.get('outbox', id)
  if (!row) return
  const state = result.outcome === 'applied' ? 'received' : 'quarantined'
  plan.put('outbox', id, { ...row.keys, state }, { ...row.body, result })
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

/** A received change is settled once the survey that this device holds has it. */
function settle(plan: Plan, id: string, epoch: string): void {
  const row = plan.get('outbox', id)
  const result = row?.body.result
  if (!row || row.keys.state !== 'received' || !result?.survey) return
  const survey = plan.get('surveys', result.survey)
  if (!survey || survey.body.epoch !== epoch || survey.body.record.version < result.version) return
  plan.put('outbox', id, { ...row.keys, state: 'settled' }, row.body)
  plan.put('surveys', result.survey, survey.keys, {
    ...survey.body,
    receivedAt: result.receipt.at,
    refused: row.body.change.command ? result.refused : survey.body.refused,
  })
}

function bySeq(plan: Plan, entries: readonly string[]): readonly string[] {
  const seqOf = (id: string) => plan.get('outbox', id)?.body.change.seq ?? 0
  return entries.toSorted((a, b) => seqOf(a) - seqOf(b))
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
