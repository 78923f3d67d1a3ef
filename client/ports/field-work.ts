import type { ReadonlySignal } from '@preact/signals'
import type { Answer, SurveyDocument } from '../../shared/survey/document.ts'
import type { Path } from '../../shared/survey/path.ts'
import type { Finding } from '../../shared/review/findings.ts'
import type { Area } from '../../shared/population/area.ts'
import type { Fault, FaultCode } from '../../shared/faults.ts'
import type { ChangeId, HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { HouseholdRecord, SurveyRecord } from '../../shared/sync/protocol.ts'
import type { MergeConflict } from '../../shared/sync/merge.ts'
import type { SurveyStatus } from '../../shared/review/status.ts'
import type { HalfTyped } from './half-typed.ts'
import type { VisitDate } from '../../shared/survey/visit-date.ts'

/** Where a household's survey stands, as the enumerator should see it. Times are ISO instants. */
export type CardState =
  | { readonly kind: 'not-visited' }
  /** `completeness` from 0 to 1, null until `ready`; `refused` is why the server did not take a submission */
  | { readonly kind: 'draft'; readonly completeness: number | null; readonly refused: FaultCode | null }
  /** nobody was at home; `on` is the day on which to come again, `YYYY-MM-DD` */
  | { readonly kind: 'revisit'; readonly on: string | null }
  /** submitted here; the server does not have it yet */
  | { readonly kind: 'waiting' }
  /** on its way in the request that runs now */
  | { readonly kind: 'sending' }
  /** the server's receipt is here; `at` null where it was submitted from another device */
  | { readonly kind: 'received'; readonly at: string | null }
  | { readonly kind: 'in-review' }
  | { readonly kind: 'returned'; readonly reason: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'quarantined'; readonly fault: FaultCode | null }
  | { readonly kind: 'approved' }
  | { readonly kind: 'rejected'; readonly reason: string }

/** One line of the list. A new object whenever, and only when, something of it changed. */
export type HouseholdCard = {
  readonly household: HouseholdId
  /** the family head's name, else the first member's; empty where nobody is known */
  readonly name: string
  readonly address: string
  readonly area: Area
  readonly members: number
  readonly state: CardState
  /** there is work of this device that the server does not have */
  readonly unsent: boolean
  /** added on this device; the server has not listed it yet */
  readonly added: boolean
  /** last change of its survey on this device, of the household where it has none; ISO instant */
  readonly changedAt: string
  /** for `searchHouseholds` only: names, address, NIKs and KKs, folded */
  readonly searchText: string
}

/** A survey as it stands on this device: the server's version and this device's own changes over it. */
export type SurveyView = {
  readonly household: HouseholdId
  readonly survey: SurveyId
  /** what the register or the list says, to stand beside the questions; empty for an added household */
  readonly record: HouseholdRecord
  readonly known: SurveyDocument
  readonly document: SurveyDocument
  readonly status: SurveyStatus
  /** a submission stands that the server has not answered yet */
  readonly submitted: boolean
  readonly state: CardState
  readonly review: SurveyRecord['review']
  /** own answers that disagree with what the server holds; the document shows the server's */
  readonly conflicts: readonly MergeConflict[]
  /** first paths of the groups in conflict at the server, which wait for a supervisor */
  readonly openConflicts: readonly Path[]
  /** day on which ages and dates are judged, `YYYY-MM-DD`: the last visit's, else today */
  readonly visitDate: VisitDate
  readonly findings: readonly Finding[]
}

export type Edit = { readonly path: Path; readonly to: Answer | null }

/** Somebody in another household of this device. */
export type LookAlike = {
  readonly household: HouseholdId
  readonly member: string
  readonly name: string
  readonly nik: string | null
  /** known in part, or null */
  readonly birthDate: string | null
  readonly area: Area
}

/** What is known so far of a member who is being recorded. */
export type LookAlikeQuery = {
  /** where they are recorded: nobody of it is found */
  readonly household: HouseholdId
  readonly name?: string | undefined
  readonly nik?: string | undefined
  readonly birthDate?: string | undefined
  readonly sex?: string | undefined
}

export type Submission =
  | { readonly kind: 'submitted' }
  /** nothing was submitted: the errors among these come first */
  | { readonly kind: 'incomplete'; readonly findings: readonly Finding[] }
  | { readonly kind: 'failed'; readonly fault: Fault }

/** Where the enumerator was, for the next start: a route of the app and the answer within it. */
export type Place = {
  readonly route: string
  readonly household: HouseholdId | null
  readonly section: string | null
  readonly entry: string | null
  /** the question in focus */
  readonly path: Path | null
  /** what stood in fields of the household's survey and makes no answer: no submission takes place while it does */
  readonly halfTyped?: HalfTyped
}

/** What a submission takes with it. */
export type LastWords = { readonly edits: readonly Edit[]; readonly place: Place }

/** One change of the outbox and why it is where it is. */
export type OutboxLine = {
  /** null while it still gathers edits */
  readonly change: ChangeId | null
  readonly household: HouseholdId
  readonly survey: SurveyId
  /** `sending` as long as the request that carries it runs */
  readonly state: 'gathering' | 'waiting' | 'sending' | 'received' | 'quarantined'
  readonly submits: boolean
  readonly fault: FaultCode | null
  /** of its JSON in UTF-8, before anything is packed; of what still gathers, without its envelope */
  readonly bytes: number
  /** last edit, or time of the receipt */
  readonly at: string
}

/** A survey of which the server has all that was done here, draft or not. */
export type ReceiptLine = {
  readonly household: HouseholdId
  /** time of the last receipt, ISO instant */
  readonly at: string
  /** all that the server received of it from here is in a verified copy, too */
  readonly isBackedUp: boolean
}

/** A household whose survey a supervisor has given to another enumerator to go on with, after work of this device. */
export type HandedLine = {
  readonly household: HouseholdId
  /** as this device's own work has it: the household may be gone from here; empty where that names nobody */
  readonly name: string
  readonly address: string
  /** who goes on with it */
  readonly to: string
  /** time of the receipt, ISO instant */
  readonly at: string
}

/**
 * All work of one device, opened into memory. What a signal holds is true for the device's database; a promise
 * of `'saved'` means durable on disk. Faults: `storage-full`, after which nothing was saved.
 */
export interface FieldWork {
  /** by household; replaced whole on a change, with unchanged cards being the same objects */
  readonly households: ReadonlySignal<ReadonlyMap<HouseholdId, HouseholdCard>>
  /** surveys with work that the server does not have */
  readonly unsent: ReadonlySignal<number>
  /** not yet received first, oldest first; none until `ready` */
  readonly outbox: ReadonlySignal<readonly OutboxLine[]>
  /** current surveys of which nothing of this device waits or is held, and something was received; none until `ready` */
  readonly receipts: ReadonlySignal<readonly ReceiptLine[]>
  /** Latest first; as long as the device keeps its settled changes. */
  handedOver(): Promise<readonly HandedLine[]>
  /** a newer version of the app holds the database: this page can only be reloaded */
  readonly retired: ReadonlySignal<boolean>
  /**
   * Brings what surveys need and the list does not wait for. Rejects where it cannot be loaded now; so do `answer`,
   * `submit` and `addHousehold`, which need it. Until then nobody looks alike.
   */
  ready(): Promise<void>
  /** The current survey of a household, kept up to date; null until `ready`, and where the household is not here (any more). */
  survey(household: HouseholdId): ReadonlySignal<SurveyView | null>
  /**
   * Takes edits together: durably, or not at all. Null takes an answer out.
   * @param halfTyped takes the place of all that stood half typed in the survey; what stood there stays where left out
   */
  answer(household: HouseholdId, edits: readonly Edit[], halfTyped?: HalfTyped): Promise<'saved' | Fault>
  /**
   * @param last taken together with the submission: edits that belong to it, kept even where it is incomplete, and the
   * place that it leaves the enumerator at
   */
  submit(household: HouseholdId, last?: LastWords): Promise<Submission>
  /** People of other households who may be the same person, likeliest first, a few at most; quick enough for each key. */
  lookAlikes(query: LookAlikeQuery): readonly LookAlike[]
  /** Warnings on members of this document whose NIK stands in another household of this device. */
  nikFindings(household: HouseholdId, document: SurveyDocument): readonly Finding[]
  /** A household that is on no list. Its area and address are the first answers of its survey. */
  addHousehold(area: Area, address: string): Promise<HouseholdId | Fault>
  /** A new id of a member, family, problem or visit. */
  newEntryId(): string
  /** @param household of whose survey the half typed is wanted; left out, where the enumerator was last */
  place(household?: HouseholdId): Promise<Place | null>
  rememberPlace(place: Place): Promise<'saved' | Fault>
}
