import type { Fault } from '../../shared/faults.ts'
import type { ChangeId } from '../../shared/ids.ts'
import type { ChangeResult, SyncReply } from '../../shared/sync/protocol.ts'
import type { FrozenChange } from './sync-store.ts'

/** Tells which results are the server's word. */
export interface Receipts {
  /**
   * The results that count, by change: their receipt names a change that was sent by the hash that it was sent with.
   * A fault where the server that this installation knows did not sign them, or where that cannot be found out now.
   */
  judge(
    sent: readonly FrozenChange[],
    reply: Pick<SyncReply, 'results' | 'released' | 'signature'>,
  ): Promise<ReadonlyMap<ChangeId, ChangeResult> | Fault>
}

/** Knows the server's signatures. */
export interface Signatures {
  /** Whether the known server signed the text; a fault where that cannot be found out now. */
  isSigned(text: string, signature: string): Promise<boolean | Fault>
}
