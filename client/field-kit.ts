import type { Session } from '../shared/api/session.ts'
import type { DeviceId } from '../shared/ids.ts'
import type { FieldKit } from './app/session/session-model.ts'
import type { DeviceBodies } from './fieldwork/bodies.ts'
import type { OpenPart } from './fieldwork/open-device.ts'
import type { DevicePhotos } from './fieldwork/own-photos.ts'
import { openSurveyPart as openPart } from './fieldwork/survey-part.ts'
import { createCamera } from './platform/camera.ts'
import { createConfidentialSealer } from './platform/confidential-sealer.ts'
import { createHasher } from './platform/hasher.ts'
import { createIds } from './platform/ids.ts'
import { createLocator } from './platform/locator.ts'
import { createNetworkKind } from './platform/network-kind.ts'
import { createPhotoShrinker } from './platform/photo-shrinker.ts'
import { createPhotoTransport } from './platform/photo-transport.ts'
import { createSignatures } from './platform/signatures.ts'
import { estimateStorage } from './platform/storage-room.ts'
import type { Api } from './ports/api.ts'
import type { Clock } from './ports/clock.ts'
import type { Connectivity } from './ports/connectivity.ts'
import type { Locks } from './ports/locks.ts'
import type { Receipts } from './ports/receipts.ts'
import type { Sealer } from './ports/sealer.ts'
import type { SyncEngine } from './ports/sync.ts'
import { openConfidentialRecords, openNikHintRecords } from './storage/device-database.ts'
import { createPhotoStore } from './storage/photo-store.ts'
import { createUploadStore } from './storage/upload-store.ts'
import { sweepLater } from './storage/photo-sweep.ts'
import type { SealedRecords } from './storage/sealed-database.ts'
import { openConfidentialDesk } from './sync/confidential-desk.ts'
import { createReceipts } from './sync/judge-results.ts'
import { openNikHints } from './sync/nik-hints.ts'
import { openPhotoPost } from './sync/photo-post.ts'

type Parts = {
  readonly device: DeviceId
  readonly records: SealedRecords<DeviceBodies>
  readonly photos: () => DevicePhotos | null
  readonly sync: SyncEngine
  readonly api: Api
  readonly sealer: Sealer
  readonly locks: Locks
  readonly connectivity: Connectivity
  readonly clock: Clock
  readonly openPhotoWorker: () => Worker
}

const hasher = createHasher()

/** The part of the field work that brings the questionnaire, with its hasher. */
export const openSurveyPart: OpenPart = (ports) => openPart({ ...ports, hasher })

/** Judges receipts for the session's device. */
export function openReceipts(session: Session, api: Api): Receipts {
  return createReceipts(session.device, createSignatures(session, api))
}

/** The second half of `main`: joins what surveys use and the list of households does not, after the list stands. */
export async function openFieldKit(parts: Parts): Promise<FieldKit & { readonly close: () => void }> {
  const { device, records, photos, sync, api, sealer, locks, connectivity, clock, openPhotoWorker } = parts
  const confidential = await openConfidentialDesk({
    records: await openConfidentialRecords(device, { sealer }),
    sealer: createConfidentialSealer(),
    hasher,
    api,
    locks,
    connectivity,
    clock,
    chance: Math.random,
    lockName: `yesjitu-${device}-confidential`,
    sync: sync.state,
  })
  const nikHints = await openNikHints({
    records: await openNikHintRecords(device, { sealer }),
    api,
    clock,
    uuidv5: createIds().uuidv5,
    sync: sync.state,
  })
  const store = createPhotoStore(records.database, { sealer, hasher, clock, estimate: estimateStorage })
  const photoPost = await openPhotoPost({
    uploads: createUploadStore(records.database),
    photos: store,
    book: photos,
    transport: createPhotoTransport(),
    network: createNetworkKind('connection' in navigator ? (navigator.connection as EventTarget) : undefined),
    locks,
    clock,
    chance: Math.random,
    lockName: `yesjitu-${device}-photos`,
    sync: sync.state,
  })
  const stopSweeping = sweepLater(records.database, clock, {
    named: () => photos()?.named() ?? null,
    mayGo: photoPost.mayGo,
  })
  return {
    photos: {
      store,
      shrinker: createPhotoShrinker(openPhotoWorker, clock),
      // There is none on plain http.
      camera: createCamera(navigator.mediaDevices as MediaDevices | undefined),
    },
    locator: createLocator(),
    confidential,
    nikHints,
    photoPost,
    close: () => {
      stopSweeping()
      photoPost.close()
      confidential.close()
      nikHints.close()
    },
  }
}
