import type { ReadonlySignal } from '@preact/signals'
import type { DeviceId } from '../../shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { FieldWork } from '../ports/field-work.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Ids } from '../ports/ids.ts'
import type { SyncStore } from '../ports/sync-store.ts'
import { createFieldWork } from './field-work.ts'
import { cardOf } from './household-card.ts'
import { createLookAlikeIndex } from './look-alikes/look-alike-index.ts'
import { peopleOf } from './look-alikes/people-of.ts'
import { warmUp } from './look-alikes/warm-up.ts'
import { openMemory, type DeviceRecords } from './memory.ts'
import { createRulesOnCall } from './rules-on-call.ts'
import type { SurveyRules } from './survey-rules.ts'
import { createSyncStore, type DeviceSyncStore } from './sync-store.ts'

export type Device = {
  readonly fieldWork: FieldWork
  readonly syncStore: DeviceSyncStore
  /** rows and households that could not be read or shown; they are kept on the disk */
  readonly leftOut: ReadonlySignal<number>
  readonly close: () => void
}

/** Opens all of a device's records into memory, for its screens and for its sync engine. */
export async function openDevice(ports: {
  readonly device: DeviceId
  readonly records: DeviceRecords
  readonly clock: Clock
  readonly ids: Ids
  readonly hasher: Hasher
  readonly fetchRules: () => Promise<SurveyRules>
}): Promise<Device> {
  const { records, clock, ids } = ports
  const rules = createRulesOnCall(ports.fetchRules)
  const memory = await openMemory(records, (facts) => cardOf(facts, ids, clock.now(), rules.held.peek()))
  const stopJudging = rules.held.subscribe(
    (held) => held && memory.redraw(({ state }) => state.kind === 'draft' && state.completeness === null),
  )
  const listeners = new Set<Parameters<SyncStore['onWork']>[0]>()
  const people = createLookAlikeIndex({
    cards: () => memory.cards.peek(),
    facts: memory.facts,
    peopleOf: (facts) => peopleOf(facts, ids),
  })
  const stopWarming = warmUp(people, clock)
  return {
    fieldWork: createFieldWork({
      people,
      memory,
      records,
      clock,
      ids,
      rules,
      worked: (work) => listeners.forEach((hear) => hear(work)),
    }),
    syncStore: {
      ...createSyncStore({ ...ports, memory }),
      onWork(hear) {
        listeners.add(hear)
        return () => void listeners.delete(hear)
      },
    },
    leftOut: memory.leftOut,
    close: () => {
      stopJudging()
      stopWarming()
      records.close()
    },
  }
}
