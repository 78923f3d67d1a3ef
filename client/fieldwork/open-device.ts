import type { ReadonlySignal } from '@preact/signals'
import type { DeviceId } from '../../shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { FieldWork } from '../ports/field-work.ts'
import type { Ids } from '../ports/ids.ts'
import type { SyncStore } from '../ports/sync-store.ts'
import { createFieldWork } from './field-work.ts'
import { cardOf } from './household-card.ts'
import { openMemory, type DeviceRecords } from './memory.ts'
import { createPartOnCall } from './part-on-call.ts'
import type { DevicePhotos } from './own-photos.ts'
import type { openSurveyPart } from './survey-part.ts'
import { createSyncStore, type DeviceSyncStore } from './sync-store.ts'

export type Device = {
  readonly fieldWork: FieldWork
  readonly syncStore: DeviceSyncStore
  /** rows and households that could not be read or shown; they are kept on the disk */
  readonly leftOut: ReadonlySignal<number>
  /** null until the questionnaire is here */
  readonly photos: () => DevicePhotos | null
  readonly close: () => void
}

type Part = Parameters<typeof openSurveyPart>[0]

export type OpenPart = (ports: Omit<Part, 'hasher' | 'makeRoom'>) => ReturnType<typeof openSurveyPart>

/** Opens all of a device's records into memory, for its screens and for its sync engine. */
export async function openDevice(ports: {
  readonly device: DeviceId
  readonly records: DeviceRecords
  readonly clock: Clock
  readonly ids: Ids
  /** gives `openSurveyPart` with what it needs beside the device */
  readonly fetchSurveyPart: () => Promise<OpenPart>
}): Promise<Device> {
  const { device, records, clock, ids } = ports
  const surveyPart = createPartOnCall(async () => {
    const open = await ports.fetchSurveyPart()
    return open({
      device,
      memory,
      records,
      clock,
      ids,
      worked: (work) => listeners.forEach((hear) => hear(work)),
    })
  })
  const memory = await openMemory(records, (facts) =>
    cardOf(facts, ids, clock.now(), surveyPart.held.peek()?.completenessOf ?? null),
  )
  const stopJudging = surveyPart.held.subscribe(
    (held) => held && memory.redraw(({ state }) => state.kind === 'draft'),
  )
  const listeners = new Set<Parameters<SyncStore['onWork']>[0]>()
  return {
    fieldWork: createFieldWork({ memory, records, clock, ids, surveyPart }),
    syncStore: {
      ...createSyncStore({ device, memory, records, surveyPart }),
      onWork(hear) {
        listeners.add(hear)
        return () => void listeners.delete(hear)
      },
    },
    leftOut: memory.leftOut,
    photos: () => surveyPart.held.peek()?.photos ?? null,
    close: () => {
      stopJudging()
      surveyPart.held.peek()?.close()
      records.close()
    },
  }
}
