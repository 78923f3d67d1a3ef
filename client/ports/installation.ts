import type { Session } from '../../shared/api/session.ts'
import type { Fault } from '../../shared/faults.ts'
import type { DeviceId } from '../../shared/ids.ts'

/** One user on this installation, as the server last named them. */
export type KnownDevice = { readonly session: Session; readonly lastUsed: string }

/** Who has used this installation, and who does now. Known without the network. */
export interface Installation {
  /** The device in use, null where nobody is signed in here. */
  current(): Promise<KnownDevice | null>
  /** The device of a user name (case does not matter): the known one, else a new id that `use` makes known. */
  deviceFor(username: string): Promise<DeviceId>
  /**
   * Keeps the session that the server answered and makes its device the one in use. `server-key-changed` where
   * another session of this installation came with another receipt key; then nothing changes.
   */
  use(session: Session): Promise<'saved' | Fault>
  /** Nobody is in use after it. The device's work stays and is there again at the next sign-in. */
  leave(): Promise<'saved' | Fault>
}
