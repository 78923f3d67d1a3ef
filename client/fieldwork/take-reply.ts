import { streamSchema } from '../../shared/population/area.ts'
import type { News, SyncReply } from '../../shared/sync/protocol.ts'
import { ONLY, type Progress } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'

/**
 * Plans what a reply brings to a device that has no work of its own and holds nothing that could leave; see
 * `take-rest.ts` for all others. A reply to a request from before the epoch that is held brings nothing.
 * @param askedUnder the epoch that the request named
 */
export function takeReply(plan: Plan, memory: Memory, reply: SyncReply, askedUnder: string | null): 'saved' {
  const before = progressOf(plan, memory)
  if (before.epoch !== askedUnder) return 'saved'
  for (const news of reply.news) takeNews(plan, news, reply)
  noteProgress(plan, before, reply, { ...before.cursors, ...reply.cursors })
  return 'saved'
}

export function progressOf(plan: Plan, memory: Memory): Progress {
  return plan.get('progress', ONLY)?.body ?? memory.progress.peek()
}

/** The streams that a device may hold from a reply on. */
export function streamsAfter(before: Progress, { scope }: SyncReply): ReadonlySet<string> {
  return new Set<string>(scope?.streams ?? Object.keys(before.cursors))
}

/** Notes how far this device is after a reply. */
export function noteProgress(
  plan: Plan,
  before: Progress,
  reply: SyncReply,
  cursors: Progress['cursors'],
): void {
  const streams = streamsAfter(before, reply)
  plan.put(
    'progress',
    ONLY,
    { area: '', state: '', at: reply.at },
    {
      ...before,
      epoch: reply.epoch,
      // A stream that comes back into the scope later is pulled from its start.
      cursors: Object.fromEntries(
        Object.entries(cursors).filter(
          ([name]) => streams.has(name) || !streamSchema.safeParse(name).success,
        ),
      ),
      scope: reply.scope?.version ?? before.scope,
      backedUp: reply.backedUp,
    },
  )
}

export function takeNews(plan: Plan, news: News, { at, epoch }: SyncReply): void {
  const { stream } = news
  switch (news.kind) {
    case 'household':
      plan.put(
        'households',
        news.household.id,
        { area: stream, state: 'listed', at },
        { record: news.household, stream, epoch },
      )
      return
    case 'survey': {
      const held = plan.get('surveys', news.survey.id)?.body
      if (held?.epoch === epoch && held.record.version > news.survey.version) return
      plan.put(
        'surveys',
        news.survey.id,
        { area: stream, state: news.survey.status, at },
        { receivedAt: null, refused: null, ...held, record: news.survey, epoch },
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
