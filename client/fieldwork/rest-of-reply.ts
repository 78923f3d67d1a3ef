import type { ChangeId } from '../../shared/ids.ts'
import type { ChangeResult, SyncReply } from '../../shared/sync/protocol.ts'
import type { Progress } from './bodies.ts'

/** What a reply means for a device that has work of its own, or held something before. */
export type RestOfReply = {
  readonly reply: SyncReply
  /** those whose receipt fits the change that was sent */
  readonly results: ReadonlyMap<ChangeId, ChangeResult>
  /** ids of the device's changes that the plan knows */
  readonly entries: readonly string[]
  /** that this device may hold from now on */
  readonly streams: ReadonlySet<string>
  /** the reply is of another history of the server: it was restored */
  readonly isNewHistory: boolean
  /** how far the device was before the reply */
  readonly before: Progress
}
