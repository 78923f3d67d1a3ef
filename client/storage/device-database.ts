import type Dexie from 'dexie'
import type { DeviceId } from '../../shared/ids.ts'
import type { DeviceBodies } from '../fieldwork/bodies.ts'
import type { ConfidentialBodies } from '../ports/confidential.ts'
import type { NikHintBodies } from '../ports/nik-hints.ts'
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

/**
 * The same database through a connection of its own: what is confidential never enters the memory from which
 * lists, searches and counts are drawn, and other pages hear nothing of it.
 */
export function openConfidentialRecords(
  device: DeviceId,
  ports: { readonly sealer: Sealer },
): Promise<SealedRecords<ConfidentialBodies>> {
  return openSealedDatabase<ConfidentialBodies>(`yesjitu-${device}`, defineDevice, { ...ports, tabs: null })
}

/** What is known of neighbours, through a connection of its own: no list is drawn from it, and no start waits for it. */
export function openNikHintRecords(
  device: DeviceId,
  ports: { readonly sealer: Sealer },
): Promise<SealedRecords<NikHintBodies>> {
  return openSealedDatabase<NikHintBodies>(`yesjitu-${device}`, defineDevice, { ...ports, tabs: null })
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
  db.version(3).stores({ confidential: 'id', caseWorkersKey: 'id' })
  db.version(4).stores({ nikHints: 'id' })
  // Not records either: see `createUploadStore`.
  db.version(5).stores({ uploads: 'id', uploadChoices: 'id' })
  // What they take is counted without reading them.
  db.version(6).stores({ photos: 'id, size', thumbnails: 'id, size' })
}
