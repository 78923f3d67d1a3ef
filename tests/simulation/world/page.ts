import { openDevice, type Device, type OpenPart } from '../../../client/fieldwork/open-device.ts'
import { openSurveyPart } from '../../../client/fieldwork/survey-part.ts'
import { createHasher } from '../../../client/platform/hasher.ts'
import { createSignatures } from '../../../client/platform/signatures.ts'
import type { Clock } from '../../../client/ports/clock.ts'
import type { Hint } from '../../../client/ports/connectivity.ts'
import type { FieldWork, SurveyView } from '../../../client/ports/field-work.ts'
import type { Ids } from '../../../client/ports/ids.ts'
import type { Locks } from '../../../client/ports/locks.ts'
import type { SyncEngine } from '../../../client/ports/sync.ts'
import type { MemoryRecords } from '../../../client/storage/testing/memory-disk.ts'
import type { DeviceBodies } from '../../../client/fieldwork/bodies.ts'
import { createSyncEngine } from '../../../client/sync/engine.ts'
import { createReceipts } from '../../../client/sync/judge-results.ts'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { DeviceId, HouseholdId } from '../../../shared/ids.ts'
import type { SyncRequest } from '../../../shared/sync/request.ts'
import type { SyncReply } from '../../../shared/sync/protocol.ts'

const hasher = createHasher()
const openPart: OpenPart = (ports) =>
  openSurveyPart({ ...ports, hasher, makeRoom: () => Promise.resolve(false) })

/** A session brings the key: nobody has to be asked for it. */
const NOBODY = { session: () => Promise.resolve(fault('unreachable')) }

type Parts = {
  readonly device: DeviceId
  readonly records: MemoryRecords<DeviceBodies>
  readonly clock: Clock
  readonly ids: Ids
  readonly locks: Locks
  readonly receiptKey: string
  readonly send: (request: SyncRequest) => Promise<SyncReply | Fault>
}

/** One open page of the app: the real field work and the real engine, over a disk and a network that are not. */
export class Page {
  readonly #parts: Parts
  readonly #device: Device
  readonly #hints: Set<(hint: Hint) => void>
  readonly engine: SyncEngine
  readonly #stop: () => void

  private constructor(parts: Parts, device: Device) {
    this.#parts = parts
    this.#device = device
    const hints = new Set<(hint: Hint) => void>()
    this.#hints = hints
    this.engine = createSyncEngine({
      store: device.syncStore,
      api: { sync: parts.send },
      receipts: createReceipts(parts.device, createSignatures(parts, NOBODY)),
      clock: parts.clock,
      chance: () => 0.5,
      lockName: parts.device,
      locks: parts.locks,
      connectivity: {
        listen(hear) {
          hints.add(hear)
          return () => void hints.delete(hear)
        },
        askForWake: () => undefined,
      },
    })
    this.#stop = this.engine.start()
  }

  static async open(parts: Parts): Promise<Page> {
    const device = await openDevice({ ...parts, fetchSurveyPart: () => Promise.resolve(openPart) })
    await device.fieldWork.ready()
    return new Page(parts, device)
  }

  get work(): FieldWork {
    return this.#device.fieldWork
  }

  view(household: HouseholdId): SurveyView | null {
    return this.work.survey(household).value
  }

  hint(hint: Hint): void {
    this.#hints.forEach((hear) => hear(hint))
  }

  hearOthers(): Promise<void> {
    return this.#parts.records.hearOthers()
  }

  /** The person leaves it. */
  close(): void {
    this.#stop()
    this.#device.close()
  }

  /** Nothing of it runs on, and nobody is told. */
  kill(): void {
    this.#stop()
    this.#parts.records.kill()
  }
}
