import type { ChangeResult, HouseholdRecord, SurveyRecord } from '../../shared/sync/protocol.ts'
import type { Stream } from '../../shared/population/area.ts'
import type { HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { FaultCode } from '../../shared/faults.ts'
import type { Patch } from '../../shared/sync/patch.ts'
import type { FrozenChange } from '../ports/sync-store.ts'
import type { Place } from '../ports/field-work.ts'

/** Row state: `listed` by the server, `added` on this device, `left` the device's areas. */
export type StoredHousehold = {
  readonly record: HouseholdRecord
  /** the stream that brought it, or that its area lies in */
  readonly stream: Stream
  /** the server's history that told of it; left out where it was added here */
  readonly epoch?: string
  /** the {@link Heal} of its stream in which it was told, if any */
  readonly heal?: number
}

export type StoredSurvey = {
  readonly record: SurveyRecord
  /** the server's history that its version belongs to */
  readonly epoch: string
  /** the {@link Heal} of its stream in which it was told, if any */
  readonly heal?: number
  /** time of the last receipt of this device's changes that are in it */
  readonly receivedAt: string | null
  /** number of the last of those changes; left out where there are none */
  readonly receivedSeq?: number
  /** why the last submission was not taken */
  readonly refused: FaultCode | null
}

/** Edits of one survey since the last sending. */
export type OpenChange = {
  readonly survey: SurveyId
  readonly household: HouseholdId
  readonly registerVersion: number
  /** version of the assignments when the first edit was made */
  readonly scope: number
  readonly patch: Patch
  readonly submits: boolean
}

/**
 * A frozen change, kept after its receipt. Row state: `waiting` for a receipt; `received`, but not yet in the
 * survey that this device holds; `settled` in it; `quarantined`.
 */
export type OutboxEntry = FrozenChange & { readonly result: ChangeResult | null }

/** A stream was found to be other than the server's, and pulled anew. */
export type Heal = {
  /** counts up, so that what was told in this pull can be told from all else */
  readonly number: number
  /** the server's digest that was another */
  readonly digest: string
  /** ISO instant by the server's clock */
  readonly at: string
  /** the whole stream was told anew */
  readonly isDone: boolean
}

/** How far this device is with the server; one row. */
export type Progress = {
  readonly epoch: string | null
  readonly cursors: Readonly<Record<string, string>>
  readonly scope: number
  /** this device's changes up to this number are in a verified copy of the server's; left out before the first reply */
  readonly backedUp?: number
  /** by stream */
  readonly heals?: Readonly<Record<string, Heal>>
  /** when everything was last here and there, ISO instant */
  readonly lastAt: string | null
}

/** What a device's database holds, by table. */
export type DeviceBodies = {
  /** by household */
  households: StoredHousehold
  /** by survey */
  surveys: StoredSurvey
  /** by survey */
  openChanges: OpenChange
  /** by change */
  outbox: OutboxEntry
  /** one row: the next sequence number */
  sequence: { readonly next: number }
  progress: Progress
  /** one row for where the enumerator is; one for each household in whose survey something stands half typed */
  place: Place
}

/** Id of the row in a table that has just one. */
export const ONLY = 'only'
