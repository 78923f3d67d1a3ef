import { computed } from '@preact/signals'
import { fault, isFault, type Fault } from '../../shared/faults.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { Records } from '../ports/records.ts'
import type { Outgoing, SyncStore } from '../ports/sync-store.ts'
import { ONLY, type DeviceBodies } from './bodies.ts'
import { frozenIn } from './frozen-in.ts'
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
  const { memory, surveyPart } = ports

  async function outgoing(limit: number): Promise<Outgoing | Fault> {
    if (memory.work.peek().open.length > 0) {
      const part = await callPart()
      const outcome = isFault(part) ? part : await part.freeze(limit)
      if (isFault(outcome)) return outcome
    }
    const claims = (await surveyPart.held.peek()?.claims()) ?? {}
    const { epoch, cursors, scope } = memory.progress.peek()
    const changes = frozenIn(memory.work.peek()).map(({ body: { change, hash } }) => ({ change, hash }))
    return {
      epoch,
      cursors,
      scope,
      changes: changes.slice(0, limit),
      waiting: changes.length + memory.work.peek().open.length,
      claims,
    }
  }

  /** What makes changes of edits and settles them. Where it cannot be fetched, the server cannot be reached either. */
  function callPart(): Promise<SurveyPart | Fault> {
    return surveyPart.call().catch(() => fault('unreachable'))
  }

  async function take(
    ...[reply, results, askedUnder]: Parameters<SyncStore['take']>
  ): Promise<'saved' | 'partly' | Fault> {
    const { lastAt } = memory.progress.peek()
    const bringsMore = Object.keys(reply.cursors).length > 0 || reply.scope !== null || reply.digests !== null
    const isOfAnother = askedUnder !== null && askedUnder !== reply.epoch
    if (isOfAnother || memory.work.peek().outbox.length > 0 || (lastAt !== null && bringsMore)) {
      const part = await callPart()
      return isFault(part) ? part : part.take(reply, results, askedUnder)
    }
    return commitPlan(
      ports,
      () => Promise.resolve(null),
      (plan) => takeReply(plan, memory, reply, askedUnder),
    )
  }

  async function offerAgain(seq: number): Promise<boolean | Fault> {
    const part = await callPart()
    return isFault(part) ? part : part.offerAgain(seq)
  }

  return {
    device: ports.device,
    unsent: computed(() => unsentSurveys(memory.work.value)),
    lastAt: computed(() => memory.progress.value.lastAt),
    outgoing,
    take,
    offerAgain,
    showSending: memory.showSending,
    completed: (at) =>
      commitPlan(
        ports,
        () => Promise.resolve(null),
        (plan): 'saved' => {
          const progress = plan.get('progress', ONLY)?.body ?? memory.progress.peek()
          plan.put('progress', ONLY, { area: '', state: '', at }, { ...progress, lastAt: at })
          return 'saved'
        },
      ),
  }
}
