import type { AccountId, DeviceId } from '../../shared/ids.ts'

/** What an installation remembers of a device apart from the device's own database; nothing personal. */
export type DeviceTrace = {
  readonly device: DeviceId
  readonly account: AccountId
  /** surveys with unsent work when it was last noted; null where nobody noted it */
  readonly unsent: number | null
  /** when that was, ISO instant */
  readonly notedAt: string | null
  /** its database came back empty */
  readonly isLost: boolean
}

/** Knows which devices of this installation have lost their data. Rules [D1] to [D3] of shared/sync/SPEC.md. */
export interface LossWatch {
  /** Devices whose data are gone and that nobody has been told of yet. */
  lost(): Promise<readonly DeviceTrace[]>
  /** Its loss is known to the server, and somebody here has read of it. */
  settle(device: DeviceId): void
}
