import type { DeviceId } from '../../shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { FieldWork } from '../ports/field-work.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Ids } from '../ports/ids.ts'
import type { Records } from '../ports/records.ts'
import type { SyncStore } from '../ports/sync-store.ts'
import type { DeviceBodies } from './bodies.ts'
import { createFieldWork } from './field-work.ts'
import { cardOf } from './household-card.ts'
import { openMemory } from './memory.ts'
import { createSyncStore } from './sync-store.ts'

export type Device = {
  readonly fieldWork: FieldWork
  readonly syncStore: SyncStore
  readonly close: () => void
}

/** Opens all of a device's records into memory, for its screens and for its sync engine. */
export async function openDevice(ports: {
  readonly device: DeviceId
  readonly records: Records<DeviceBodies>
  readonly clock: Clock
  readonly ids: Ids
  readonly hasher: Hasher
}): Promise<Device> {
  const { records, clock, ids } = ports
  const memory = await openMemory(records, (facts) => cardOf(facts, ids, clock.now()))
  const listeners = new Set<Parameters<SyncStore['onWork']>[0]>()
  return {
    fieldWork: createFieldWork({
      memory,
      records,
      clock,
      ids,
      worked: (work) => listeners.forEach((hear) => hear(work)),
    }),
    syncStore: {
      ...createSyncStore({ ...ports, memory }),
      onWork(hear) {
        listeners.add(hear)
        return () => void listeners.delete(hear)
      },
    },
    close: () => records.close(),
  }
}
