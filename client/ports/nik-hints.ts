import type { KelurahanCode } from '../../shared/population/area.ts'
import type { NikHints } from '../../shared/sync/nik-hint.ts'

/** What a device can tell of people whom it does not hold. */
export interface NikHintDesk {
  /**
   * True where a NIK may be known in another RW of the kelurahan, one that this device does not hold. One NIK in some
   * hundred is said to be known and is not: a reason to ask, never a fact. Reads a signal.
   */
  mayBeElsewhere(kelurahan: KelurahanCode, nik: string): boolean
}

/** What the device keeps of it, by table. */
export type NikHintBodies = {
  /** by kelurahan */
  nikHints: NikHints
}
