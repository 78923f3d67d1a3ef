import type { Fault } from '../../shared/faults.ts'
import type { HeldReply } from '../../shared/api/attachments.ts'
import type { HouseholdId } from '../../shared/ids.ts'

/** A photo of this device's own surveys. */
export type OwnPhoto = {
  readonly sha256: string
  readonly household: HouseholdId
  readonly bytes: number
  /** ISO instant by this device's clock; empty where nobody said */
  readonly takenAt: string
  /** whether the server has answered a change that names it */
  readonly isSurveyReceived: boolean
}

/** What this device knows of a photo's way to the server, once its survey is there. */
export type Upload = Omit<OwnPhoto, 'isSurveyReceived'> & {
  /** where its bytes go on; null where nothing was begun */
  readonly url: string | null
  /** the server's history that has it; null while it has to be sent */
  readonly receivedUnder: string | null
  /** why the server does not take it */
  readonly fault: Fault | null
}

/** The device's notes about its photos, durable. */
export interface UploadStore {
  /** hashes of the photos whose bytes are on this device */
  kept(): Promise<ReadonlySet<string>>
  all(): Promise<readonly Upload[]>
  put(uploads: readonly Upload[]): Promise<void>
  remove(sha256s: readonly string[]): Promise<void>
  onlyOnWifi(): Promise<boolean>
  setOnlyOnWifi(isOn: boolean): Promise<void>
}

/** Brings one photo to the server, from where it broke off. */
export interface PhotoTransport {
  /**
   * Never rejects. Faults: what the server's reply names, `unreachable`.
   * @param url where its bytes go on; null to begin
   */
  send(
    photo: { readonly sha256: string; readonly blob: Blob; readonly url: string | null },
    watch: {
      /** hears where its bytes go on after a break */
      readonly begun: (url: string) => Promise<void>
      /** hears bytes */
      readonly progress: (sent: number, total: number) => void
      readonly stop: AbortSignal
    },
  ): Promise<'received' | Fault>
  /** Which photos the server has, and has in a verified copy. */
  held(sha256s: readonly string[]): Promise<HeldReply | Fault>
}

/** Which kind of network there is, as far as the browser says. */
export interface NetworkKind {
  now(): 'wifi' | 'mobile' | 'unknown'
  /** Hears when it may have changed; the answer stops it. */
  listen(hear: () => void): () => void
}

/** Which photos this device is about. */
export interface PhotoBook {
  /** Photos of surveys that this device holds, in no order; some of them are on other devices. */
  own(): readonly OwnPhoto[]
  /** Those of changes that are settled: their survey may have left. */
  settled(): Promise<readonly OwnPhoto[]>
  /** the server's history that this device is in; null before the first sync */
  epoch(): string | null
}
