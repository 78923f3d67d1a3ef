import type { ReadonlySignal } from '@preact/signals'
import type { StorageRoom } from './storage-room.ts'

/** What the browser promised for this app's data. */
export type Protection =
  /** it deletes nothing by itself, however full the phone is */
  | 'kept'
  /** not asked: nothing here was worth it yet */
  | 'not-asked'
  /** it may delete all of it where the phone has no room left */
  | 'refused'
  /** it knows no such promise */
  | 'unknown'

/** The browser's own say on this app's data. It remembers what it granted. */
export interface Persistence {
  /** null where the browser knows no such promise */
  isGranted(): Promise<boolean | null>
  /** Some browsers ask the person, others judge by how the app is used or whether it is installed. */
  ask(): Promise<boolean>
}

/** What takes the room, bytes as they lie on the disk. */
export type StorageUse = {
  /** null where the browser does not say */
  readonly room: StorageRoom | null
  /** `little` a while before photos are refused, `reserve` once they are: then answers alone are kept */
  readonly level: 'enough' | 'little' | 'reserve'
  /** households and surveys of this device, and its changes */
  readonly records: number
  readonly photos: { readonly count: number; readonly bytes: number }
}

/** Whether this device can keep what is entered, and for how long. */
export interface DeviceCare {
  readonly protection: ReadonlySignal<Protection>
  /** Asks the browser to keep the data, once more where it refused. */
  protect(): Promise<void>
  storageUse(): Promise<StorageUse>
}
