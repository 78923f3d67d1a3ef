import type { ChangeId } from '../../shared/ids.ts'
import type { ChangeResult } from '../../shared/sync/protocol.ts'
import type { Plan } from './plan.ts'

/** What happens to a device's sent changes when a reply comes: before its news are taken, and after. */
export const takeResults = {
  /** @param offersAgain another history answered: it may lack all that was sent to the one before */
  beforeNews(
    plan: Plan,
    entries: readonly string[],
    results: ReadonlyMap<ChangeId, ChangeResult>,
    offersAgain: boolean,
  ): void {
    if (offersAgain) for (const id of entries) offerAgain(plan, id)
    for (const [id, result] of results) takeResult(plan, id, result)
  },
  afterNews(plan: Plan, entries: readonly string[], epoch: string): void {
    for (const id of bySeq(plan, entries)) settle(plan, id, epoch)
  },
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
