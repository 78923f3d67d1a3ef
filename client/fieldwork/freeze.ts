import type { ChangeId, DeviceId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Ids } from '../ports/ids.ts'
import type { Found } from '../ports/records.ts'
import { ONLY, type OpenChange, type OutboxEntry } from './bodies.ts'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'

export type FreezePorts = {
  readonly device: DeviceId
  readonly clock: Clock
  readonly ids: Ids
  readonly hasher: Hasher
}

/**
 * Turns open changes into frozen ones: id, sequence number and hash are fixed in the transaction that closes
 * them. Rule: the numbers of a device are contiguous from 1, over all its tabs.
 * @param previousOf number of the device's last change of a survey, settled ones too
 */
export async function freezeChanges(
  ports: FreezePorts & { readonly memory: Memory },
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
