import type { ReadonlySignal } from '@preact/signals'
import type { Fault } from '../../shared/faults.ts'
import type { HouseholdId } from '../../shared/ids.ts'

/** The photos of one household that the server does not have. */
export type PhotoLine = {
  readonly household: HouseholdId
  readonly photos: number
  readonly bytes: number
  /** of them, those whose survey has to be sent first */
  readonly behindSurvey: number
  /** why the server did not take one of them; null for none */
  readonly fault: Fault | null
}

/** What the sending of photos does now. */
export type PhotoActivity =
  | { readonly kind: 'resting' }
  /** bytes of one photo */
  | {
      readonly kind: 'sending'
      readonly household: HouseholdId
      readonly sent: number
      readonly total: number
    }
  /** only on Wi-Fi, and there is none; `unknown` where the browser does not say what the network is */
  | { readonly kind: 'held'; readonly network: 'mobile' | 'unknown' }
  /** it will be tried again by itself */
  | { readonly kind: 'failed'; readonly fault: Fault; readonly retryAt: string }

export type PhotoPostState = {
  /** oldest first; none where the server has all of them */
  readonly lines: readonly PhotoLine[]
  readonly activity: PhotoActivity
}

/** Sends photos once their surveys are received. */
export interface PhotoPost {
  readonly state: ReadonlySignal<PhotoPostState>
  /** kept on this device */
  readonly onlyOnWifi: ReadonlySignal<boolean>
  setOnlyOnWifi(isOn: boolean): Promise<void>
  /** Sends what waits now, on whatever network: somebody asked for it. Resolves when that has ended, well or not. */
  sendNow(): Promise<void>
  /** Counts anew what waits. */
  lookAgain(): Promise<void>
}
