import type Dexie from 'dexie'
import type { DeviceId } from '../../shared/ids.ts'
import type { DeviceBodies } from '../fieldwork/bodies.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { Tabs } from '../ports/tabs.ts'
import { isUnderstood } from '../fieldwork/understood.ts'
import { openSealedDatabase, type SealedRecords } from './sealed-database.ts'

/** The database of one device, which is one user on one installation. */
export function openDeviceDatabase(
  device: DeviceId,
  ports: { readonly sealer: Sealer; readonly tabs: Tabs | null },
): Promise<SealedRecords<DeviceBodies>> {
  return openSealedDatabase<DeviceBodies>(`yesjitu-${device}`, defineDevice, { ...ports, isUnderstood })
}

function defineDevice(db: Dexie): void {
  db.version(1).stores({
    households: 'id, area, state',
    surveys: 'id, area, state',
    openChanges: 'id',
    outbox: 'id, state, survey',
    sequence: 'id',
    progress: 'id',
    place: 'id',
  })
  // Not records: see `createPhotoStore`.
  db.version(2).stores({ photos: 'id', thumbnails: 'id' })
}
