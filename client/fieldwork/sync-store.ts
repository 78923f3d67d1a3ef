import { computed } from '@preact/signals'
import { fault, isFault, type Fault } from '../../shared/faults.ts'
import type { DeviceId, SurveyId } from '../../shared/ids.ts'
import type { Found, Records } from '../ports/records.ts'
import type { Outgoing, SyncStore } from '../ports/sync-store.ts'
import { ONLY, type DeviceBodies, type OpenChange } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { PartOnCall } from './part-on-call.ts'
import { commitPlan } from './plan.ts'
import { takeReply } from './take-reply.ts'
import type { SurveyPart } from './survey-part.ts'
import { unsentSurveys } from './unsent-surveys.ts'

type Ports = {
  readonly device: DeviceId
  readonly memory: Memory
  readonly records: Records<DeviceBodies>
  readonly surveyPart: PartOnCall
}

/** A sync store that knows whose work it holds: each request names the device. */
export type DeviceSyncStore = SyncStore & { readonly device: DeviceId }

/** The device's records as the sync engine sees them. */
export function createSyncStore(ports: Ports): Omit<DeviceSyncStore, 'onWork'> {
  const { memory, records, surveyPart } = ports

  async function lastChanges(surveys: readonly SurveyId[]): Promise<ReadonlyMap<SurveyId, number>> {
    const changes = await Promise.all(
      surveys.map(async (survey) =>
        (await records.where('outbox', 'survey', survey)).map(({ body }) => body.change),
      ),
    )
    const inOrder = changes.flat().sort((a, b) => a.seq - b.seq)
    return new Map(inOrder.map(({ survey, seq }) => [survey, seq]))
  }

  function toFreeze(limit: number): readonly Found<OpenChange>[] {
    const { open } = memory.work.peek()
    return open.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(0, Math.max(0, limit - frozen().length))
  }

  function frozen() {
    return memory.work.peek().outbox.filter(({ state }) => state === 'waiting')
  }

  async function outgoing(limit: number): Promise<Outgoing | Fault> {
    const outcome = await freeze(limit)
    if (outcome !== 'saved') return outcome
    const { epoch, cursors, scope } = memory.progress.peek()
    const changes = frozen().map(({ body: { change, hash } }) => ({ change, hash }))
    return {
      epoch,
      cursors,
      scope,
      changes: changes.slice(0, limit),
      waiting: changes.length + memory.work.peek().open.length,
    }
  }

  async function freeze(limit: number): Promise<'saved' | Fault> {
    if (toFreeze(limit).length === 0) return 'saved'
    const part = await callPart()
    if (isFault(part)) return part
    return commitPlan(
      ports,
      async () => {
        const opens = toFreeze(limit)
        return { opens, last: await lastChanges(opens.map(({ body }) => body.survey)) }
      },
      async (plan, { opens, last }): Promise<'saved'> => {
        if (opens.length > 0) await part.freezeChanges(plan, opens, (survey) => last.get(survey) ?? null)
        return 'saved'
      },
    )
  }

  /** What makes changes of edits and settles them. Where it cannot be fetched, the server cannot be reached either. */
  function callPart(): Promise<SurveyPart | Fault> {
    return surveyPart.call().catch(() => fault('unreachable'))
  }

  async function take(
    ...[reply, results, askedUnder]: Parameters<SyncStore['take']>
  ): Promise<'saved' | Fault> {
    const { lastAt } = memory.progress.peek()
    const isNewHistory = askedUnder !== null && askedUnder !== reply.epoch
    const bringsMore = reply.news.length > 0 || reply.scope !== null
    const needsRest = isNewHistory || memory.work.peek().outbox.length > 0 || (lastAt !== null && bringsMore)
    const part = needsRest ? await callPart() : null
    if (isFault(part)) return part
    return commitPlan(
      ports,
      async () => (isNewHistory ? records.where('outbox', 'state', 'settled') : []),
      (plan, settled): 'saved' => {
        takeReply(plan, memory, { reply, results, askedUnder, rest: part?.rest ?? null }, settled)
        return 'saved'
      },
    )
  }

  async function offerAgain(seq: number): Promise<boolean | Fault> {
    const part = await callPart()
    if (isFault(part)) return part
    return commitPlan(
      ports,
      () => records.all('outbox'),
      (plan, all) => {
        plan.know(all)
        for (const { id, body } of all) if (body.change.seq >= seq) part.offerAgain(plan, id)
        return all.some(({ body }) => body.change.seq === seq)
      },
    )
  }

  return {
    device: ports.device,
    unsent: computed(() => unsentSurveys(memory.work.value)),
    lastAt: computed(() => memory.progress.value.lastAt),
    outgoing,
    take,
    offerAgain,
    showSending: memory.showSending,
    completed: async (at) => {
      const saved = await commitPlan(
        ports,
        () => Promise.resolve(null),
        (plan): 'saved' => {
          const progress = plan.get('progress', ONLY)?.body ?? memory.progress.peek()
          plan.put('progress', ONLY, { area: '', state: '', at }, { ...progress, lastAt: at })
          return 'saved'
        },
      )
      await surveyPart.held.peek()?.forgetChanges(at)
      return saved
    },
  }
}
