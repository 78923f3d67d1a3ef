import type { ReadonlySignal } from '@preact/signals'
import type { Change } from '../../shared/sync/change.ts'
import type { ChangeResult, SyncReply } from '../../shared/sync/protocol.ts'
import type { SyncRequest } from '../../shared/sync/request.ts'
import type { Fault } from '../../shared/faults.ts'
import type { ChangeId, HouseholdId } from '../../shared/ids.ts'

/** A change that was fixed to be sent; it is never different from this, however often it is sent. */
export type FrozenChange = {
  readonly change: Change
  /** SHA-256 over the change's canonical JSON, hex: what the receipt must name */
  readonly hash: string
}

/** What a request is made of. */
export type Outgoing = {
  readonly epoch: string | null
  readonly cursors: Readonly<Record<string, string>>
  /** version of the assignments that this device last heard of */
  readonly scope: number
  /** oldest first, at most as many as a request takes */
  readonly changes: readonly FrozenChange[]
  /** how many changes wait in all, these among them */
  readonly waiting: number
  /** what this device says of the rows that it holds, and asks of its held changes; goes into the request as it is */
  readonly claims: Pick<SyncRequest, 'digest' | 'gone' | 'healing' | 'held'>
}

/** The device's database as the sync engine sees it. Every write is one durable transaction. */
export interface SyncStore {
  readonly unsent: ReadonlySignal<number>
  /** when this device last had everything, ISO instant */
  readonly lastAt: ReadonlySignal<string | null>
  /**
   * Freezes what has gathered, each survey's edits as one change with the next sequence number, as far as the
   * request holds it, and gives the oldest.
   * @param limit of changes in the request
   */
  outgoing(limit: number): Promise<Outgoing | Fault>
  /**
   * Takes a reply with all that hangs together: results with their receipts, news, cursors, scope, epoch.
   * Taking the same reply again changes nothing; one to a request from before another epoch is dropped.
   * @returns `partly` where the next request has to ask for the same news again
   * @param results those whose receipt fits the change that was sent
   * @param askedUnder the epoch that the request named
   */
  take(
    reply: SyncReply,
    results: ReadonlyMap<ChangeId, ChangeResult>,
    askedUnder: string | null,
  ): Promise<'saved' | 'partly' | Fault>
  /**
   * Offers again what was sent from a sequence number on: the server lost it.
   * @returns false where this device does not hold that change
   */
  offerAgain(seq: number): Promise<boolean | Fault>
  /** Marks the households that a running request carries; null when it has ended. */
  showSending(households: ReadonlySet<HouseholdId> | null): void
  /** Hears of work that was done on this device, in this tab. */
  onWork(hear: (work: 'edit' | 'submission') => void): () => void
  /** Notes that everything is here and there. */
  completed(at: string): Promise<'saved' | Fault>
}
