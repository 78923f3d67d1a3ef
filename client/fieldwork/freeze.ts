import type { Fault } from '../../shared/faults.ts'
import type { ChangeId, DeviceId, SurveyId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Ids } from '../ports/ids.ts'
import type { Found, Records } from '../ports/records.ts'
import { ONLY, type DeviceBodies, type OpenChange, type OutboxEntry } from './bodies.ts'
import { frozenIn } from './frozen-in.ts'
import type { Memory } from './memory.ts'
import { commitPlan, type Plan } from './plan.ts'

export type FreezePorts = {
  readonly device: DeviceId
  readonly clock: Clock
  readonly ids: Ids
  readonly hasher: Hasher
}

type Ports = FreezePorts & { readonly memory: Memory; readonly records: Records<DeviceBodies> }

/** Freezes the oldest open changes, each survey's as one, as far as a request of so many changes holds them. */
export function freezeOldest(ports: Ports, limit: number): Promise<'saved' | Fault> {
  const { memory, records } = ports
  return commitPlan(
    ports,
    async () => {
      const { open } = memory.work.peek()
      const room = Math.max(0, limit - frozenIn(memory.work.peek()).length)
      const opens = open.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(0, room)
      return { opens, last: await lastNumbers(records, opens) }
    },
    async (plan, { opens, last }): Promise<'saved'> => {
      if (opens.length > 0) await freezeChanges(ports, plan, opens, (survey) => last.get(survey) ?? null)
      return 'saved'
    },
  )
}

/** Of each open change's survey, the number of the device's last change, settled ones too. */
async function lastNumbers(
  records: Records<DeviceBodies>,
  opens: readonly Found<OpenChange>[],
): Promise<ReadonlyMap<SurveyId, number>> {
  const earlier = await Promise.all(opens.map(({ body }) => records.where('outbox', 'survey', body.survey)))
  const changes = earlier.flat().map(({ body }) => body.change)
  return new Map(changes.sort((a, b) => a.seq - b.seq).map(({ survey, seq }) => [survey, seq]))
}

/**
 * Turns open changes into frozen ones: id, sequence number and hash are fixed in the transaction that closes
 * them. Rule: the numbers of a device are contiguous from 1, over all its tabs.
 */
async function freezeChanges(
  ports: Ports,
  plan: Plan,
  opens: readonly Found<OpenChange>[],
  previousOf: (survey: OpenChange['survey']) => number | null,
): Promise<void> {
  const at = ports.clock.now().toISOString()
  let next = plan.get('sequence', ONLY)?.body.next ?? 1
  for (const { id } of opens) {
    const open = plan.get('openChanges', id)
    if (!open) continue
    const change: Change = {
      id: ports.ids.uuidv7() as ChangeId,
      device: ports.device,
      seq: next++,
      previous: previousOf(open.body.survey),
      survey: open.body.survey,
      household: open.body.household,
      registerVersion: open.body.registerVersion,
      base: ports.memory.tables.surveys.get(open.body.survey)?.body.record.version ?? 0,
      scope: open.body.scope,
      patch: open.body.patch as Change['patch'],
      ...(open.body.submits ? { command: { kind: 'submit' } } : {}),
      form: FORM_VERSION,
      at: open.keys.at,
    }
    const entry: OutboxEntry = { change, hash: await ports.hasher.hashOf(change), result: null }
    plan.remove('openChanges', id)
    plan.put(
      'outbox',
      change.id,
      { area: open.keys.area, state: 'waiting', at, survey: change.survey },
      entry,
    )
  }
  plan.put('sequence', ONLY, { area: '', state: '', at }, { next })
}
