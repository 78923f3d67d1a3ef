import { effect, type Signal } from '@preact/signals'
import type { Text } from '../shared/text.ts'
import type { Session } from '../shared/api/session.ts'
import { photosLeftText } from './app/language/photos-left.ts'
import type { FieldKit } from './app/session/session-model.ts'
import type { DeviceBodies } from './fieldwork/bodies.ts'
import type { OpenPart } from './fieldwork/open-device.ts'
import type { DevicePhotos } from './fieldwork/own-photos.ts'
import { changesToRescue } from './fieldwork/changes-to-rescue.ts'
import { openSurveyPart as openPart } from './fieldwork/survey-part.ts'
import { createCamera } from './platform/camera.ts'
import { createConfidentialSealer } from './platform/confidential-sealer.ts'
import { createDeviceTraces } from './platform/device-traces.ts'
import { createHasher } from './platform/hasher.ts'
import { createIds } from './platform/ids.ts'
import { createLocator } from './platform/locator.ts'
import { createNetworkKind } from './platform/network-kind.ts'
import { createPhotoShrinker } from './platform/photo-shrinker.ts'
import { createPhotoTransport } from './platform/photo-transport.ts'
import { createPersistence } from './platform/persistent-storage.ts'
import { createRescueKeys } from './platform/rescue-keys.ts'
import { createRescueSealer } from './platform/rescue-sealer.ts'
import { createSignatures } from './platform/signatures.ts'
import { estimateStorage } from './platform/storage-room.ts'
import type { Api } from './ports/api.ts'
import type { Clock } from './ports/clock.ts'
import type { Connectivity } from './ports/connectivity.ts'
import type { Locks } from './ports/locks.ts'
import type { Receipts } from './ports/receipts.ts'
import type { Sealer } from './ports/sealer.ts'
import type { SyncStore } from './ports/sync-store.ts'
import type { SyncEngine } from './ports/sync.ts'
import { createAnswerReserve } from './storage/answer-reserve.ts'
import { createDeviceCare } from './storage/device-care.ts'
import { openConfidentialRecords, openNikHintRecords } from './storage/device-database.ts'
import { photoNames } from './storage/photo-names.ts'
import { createPhotoStore } from './storage/photo-store.ts'
import { createUploadStore } from './storage/upload-store.ts'
import { sweepLater } from './storage/photo-sweep.ts'
import type { SealedRecords } from './storage/sealed-database.ts'
import { openConfidentialDesk } from './sync/confidential-desk.ts'
import { createRescue } from './sync/rescue.ts'
import { createReceipts } from './sync/judge-results.ts'
import { openNikHints } from './sync/nik-hints.ts'
import { openPhotoPost } from './sync/photo-post.ts'

type Parts = {
  readonly session: Session
  readonly records: SealedRecords<DeviceBodies>
  readonly photos: () => DevicePhotos | null
  readonly store: SyncStore
  readonly sync: SyncEngine
  readonly api: Api
  readonly sealer: Sealer
  readonly locks: Locks
  readonly connectivity: Connectivity
  readonly clock: Clock
  readonly photosLeft: Signal<Text | null>
  readonly openPhotoWorker: () => Worker
}

const hasher = createHasher()
const reserve = createAnswerReserve()

/** The part of the field work that brings the questionnaire, with its hasher. */
export const openSurveyPart: OpenPart = (ports) => openPart({ ...ports, hasher, makeRoom: reserve.release })

/** Judges receipts for the session's device. */
export function openReceipts(session: Session, api: Api): Receipts {
  return createReceipts(session.device, createSignatures(session, api))
}

/** The second half of `main`: joins what surveys use and the list of households does not, after the list stands. */
export async function openFieldKit(parts: Parts): Promise<FieldKit & { readonly close: () => void }> {
  const { records, photos, store, sync, api, sealer, locks, connectivity, clock } = parts
  const { device, account } = parts.session
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
  const care = createDeviceCare({
    database: records.database,
    persistence: createPersistence(),
    estimate: estimateStorage,
    reserve,
    unsent: store.unsent,
  })
  const photoStore = createPhotoStore(records.database, {
    sealer,
    hasher,
    clock,
    estimate: estimateStorage,
    reserve,
  })
  const rescueKeys = createRescueKeys(api, localStorage)
  const rescue = createRescue({
    whose: { device, account: account.id },
    key: rescueKeys.held,
    sealer: createRescueSealer(),
    changes: () => changesToRescue(store, records),
    photoNames: () => photoNames(records.database),
    photos: photoStore,
    clock,
  })
  const traces = createDeviceTraces(localStorage)
  const stopTracing = effect(() => {
    if (store.lastAt.value === null) return
    const notedAt = clock.now().toISOString()
    traces.note({ device, account: account.id, unsent: store.unsent.value, notedAt, isLost: false })
  })
  const photoPost = await openPhotoPost({
    uploads: createUploadStore(records.database),
    photos: photoStore,
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
  const stopTelling = effect(() => {
    parts.photosLeft.value = photosLeftText(photoPost.state.value.lines)
  })
  return {
    photos: {
      store: photoStore,
      shrinker: createPhotoShrinker(parts.openPhotoWorker, clock),
      // There is none on plain http.
      camera: createCamera(navigator.mediaDevices as MediaDevices | undefined),
    },
    locator: createLocator(),
    confidential,
    nikHints,
    photoPost,
    care,
    rescue,
    close: () => {
      stopSweeping()
      stopTracing()
      care.close()
      stopTelling()
      photoPost.close()
      confidential.close()
      nikHints.close()
    },
  }
}
