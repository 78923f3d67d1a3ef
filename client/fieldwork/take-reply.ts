import { streamSchema } from '../../shared/population/area.ts'
import type { News, SyncReply } from '../../shared/sync/protocol.ts'
import type { Found } from '../ports/records.ts'
import { ONLY, type OutboxEntry } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'
import type { SurveyPart } from './survey-part.ts'
import type { RestOfReply } from './take-rest.ts'

export type Taking = Pick<RestOfReply, 'reply' | 'results' | 'asked'> & {
  /** the epoch that the request named */
  readonly askedUnder: string | null
  /** null where this device has no work of its own, and held nothing before that could leave */
  readonly rest: SurveyPart['rest'] | null
}

/**
 * Plans all that a reply brings; a reply to a request from before the epoch that is held brings nothing.
 * @returns `partly` where the same news have to be asked for again
 */
export function takeReply(
  plan: Plan,
  memory: Memory,
  { reply, results, asked, askedUnder, rest }: Taking,
  settled: readonly Found<OutboxEntry>[],
): 'saved' | 'partly' {
  const before = plan.get('progress', ONLY)?.body ?? memory.progress.peek()
  if (before.epoch !== askedUnder) return 'saved'
  const isNewHistory = before.epoch !== null && before.epoch !== reply.epoch
  plan.know(settled)
  const entries = [...new Set([...settled.map(({ id }) => id), ...memory.tables.outbox.keys()])]

  const streams = new Set<string>(reply.scope?.streams ?? Object.keys(before.cursors))
  const about = { reply, results, entries, streams, isNewHistory, before, asked }
  rest?.beforeNews(plan, about)
  for (const news of reply.news) takeNews(plan, news, reply, before.heals?.[news.stream]?.number)
  // Without its own part of the news, the phone asks for all of them again.
  const isWhole = rest?.afterNews(plan, about) ?? reply.own.length === 0
  const { heals, restarts } = rest?.heal(plan, about) ?? { heals: before.heals, restarts: {} }
  const cursors = Object.entries({
    ...(isNewHistory ? {} : before.cursors),
    ...(isWhole ? reply.cursors : {}),
    ...restarts,
  })
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
      scope: reply.scope?.version ?? before.scope,
      backedUp: reply.backedUp,
      ...(heals && { heals }),
      lastAt: before.lastAt,
    },
  )
  return isWhole && Object.keys(restarts).length === 0 ? 'saved' : 'partly'
}

function takeNews(plan: Plan, news: News, { at, epoch }: SyncReply, heal: number | undefined): void {
  const { stream } = news
  switch (news.kind) {
    case 'household':
      plan.put(
        'households',
        news.household.id,
        { area: stream, state: 'listed', at },
        { record: news.household, stream, epoch, heal },
      )
      return
    case 'survey': {
      const held = plan.get('surveys', news.survey.id)?.body
      if (held?.epoch === epoch && held.heal === heal && held.record.version > news.survey.version) return
      plan.put(
        'surveys',
        news.survey.id,
        { area: stream, state: news.survey.status, at },
        { receivedAt: null, refused: null, ...held, record: news.survey, epoch, heal },
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
