import * as z from 'zod/mini'
import { areaSchema, streamSchema, type Area } from '../population/area.ts'
import { changeIdSchema, householdIdSchema, surveyIdSchema, type HouseholdId } from '../ids.ts'
import { surveyStatusSchema } from '../review/status.ts'
import type { SurveyDocument } from '../survey/document.ts'
import { faultCodeSchema } from '../faults.ts'

/** Raised when an older phone could misread the server or lose by talking to it. */
export const PROTOCOL_VERSION = 2

/** Changes of one request at most; more wait for the next one. */
export const MAX_CHANGES_PER_REQUEST = 100

/** Households and surveys of one reply at most. */
export const NEWS_PAGE_SIZE = 250

/** The server's word that it holds a change; the phone says "diterima" only with one. */
const receiptSchema = z.object({
  change: changeIdSchema,
  /** SHA-256 over the change's canonical JSON, hex */
  hash: z.string(),
  epoch: z.string(),
  at: z.iso.datetime(),
})

export const changeResultSchema = z.object({
  outcome: z.enum(['applied', 'quarantined']),
  /** where the change went: the next survey of the household if its own was folded */
  survey: z._default(z.nullable(surveyIdSchema), null),
  /** the survey's version after it; 0 in quarantine */
  version: z._default(z.int(), 0),
  /** groups in which it disagreed and that wait for a person */
  conflicts: z._default(z.int(), 0),
  /** why the command was refused; the patch beside it was taken all the same */
  refused: z._default(z.nullable(faultCodeSchema), null),
  /** why it was quarantined, also of one that was released since */
  fault: z._default(z.nullable(faultCodeSchema), null),
  /** name of the enumerator who goes on with the survey, where it was released to be theirs */
  handedTo: z.optional(z.string()),
  receipt: receiptSchema,
})
export type ChangeResult = z.infer<typeof changeResultSchema>

// Documents come from our own server, which checked every answer; the phone trusts their shape.
const documentSchema = z.custom<SurveyDocument>((value) => typeof value === 'object' && value !== null)

/** A household that a supervisor says is the same as another one. */
type SameHousehold = {
  readonly household: HouseholdId
  readonly area: Area
  /** it stands for all that are the same */
  readonly isMain: boolean
}
// Trusted like the documents beside it: no byte of the first load is to spare for its schema.
const sameHouseholdsSchema = z.custom<readonly SameHousehold[]>(Array.isArray)

/** What the city or the ministry knows of a household, in the shape of a survey document. */
export const householdRecordSchema = z.object({
  id: householdIdSchema,
  /** 0 where only the ministry's list knows it */
  registerVersion: z.int(),
  area: areaSchema,
  /** where `known` comes from */
  source: z.enum(['list', 'register', 'survey']),
  /** as-of date of the list (`YYYY-MM-DD`), period of the register (`YYYY-MM`), empty where only a survey knows it */
  asOf: z.string(),
  known: documentSchema,
  /**
   * households that a supervisor says are the same, the one that stands for all of them first; left out where there
   * are none. Each keeps its own id and data
   */
  sameAs: z.optional(sameHouseholdsSchema),
})
export type HouseholdRecord = z.infer<typeof householdRecordSchema>

/** A survey as the server holds it. */
export const surveyRecordSchema = z.object({
  id: surveyIdSchema,
  household: householdIdSchema,
  registerVersion: z.int(),
  area: areaSchema,
  version: z.int(),
  status: surveyStatusSchema,
  document: documentSchema,
  /** made after its period or its author's assignment ended */
  late: z.boolean(),
  /** first paths of the groups in conflict */
  conflicts: z.array(z.string()),
  /** the supervisor's last word with its reason, while it matters */
  review: z.nullable(
    z.object({
      reason: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      /** name of the enumerator for whom it is, told to everybody else */
      handedTo: z.optional(z.string()),
    }),
  ),
})
export type SurveyRecord = z.infer<typeof surveyRecordSchema>

export const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('household'), stream: streamSchema, household: householdRecordSchema }),
  z.object({ kind: z.literal('survey'), stream: streamSchema, survey: surveyRecordSchema }),
  /** the household left the list; an absent row never means delete */
  z.object({ kind: z.literal('leave'), stream: streamSchema, household: householdIdSchema }),
])
export type News = z.infer<typeof newsSchema>

/**
 * A survey whose newest version the phone makes itself: all that came since the one it holds are its own changes of
 * this request.
 */
const ownSurveySchema = z.object({
  survey: surveyIdSchema,
  version: z.int(),
  status: surveyStatusSchema,
  /** where it lies, told with its first version */
  area: z._default(z.nullable(areaSchema), null),
})
export type OwnSurvey = z.infer<typeof ownSurveySchema>

export const syncReplySchema = z.object({
  protocol: z.int(),
  epoch: z.string(),
  at: z.iso.datetime(),
  /** one for each change sent, in its order; shorter where `expected` says so */
  results: z._default(z.array(changeResultSchema), []),
  /** of the held changes that the request named, the results of those that a supervisor has released since */
  released: z._default(z.array(changeResultSchema), []),
  /** the server's Ed25519 signature over `receiptText` of all results, those of releases last, base64url; null for none */
  signature: z._default(z.nullable(z.string()), null),
  /** sequence number that the server waits for, where the request left a gap */
  expected: z._default(z.nullable(z.int()), null),
  /** this device's changes up to this number are in a verified copy on other storage; 0 for none */
  backedUp: z._default(z.int(), 0),
  /** null where the phone's assignments and streams are still the same */
  scope: z._default(z.nullable(z.object({ version: z.int(), streams: z.array(streamSchema) })), null),
  own: z._default(z.array(ownSurveySchema), []),
  news: z._default(z.array(newsSchema), []),
  /** those that moved */
  cursors: z._default(z.record(z.string(), z.string()), {}),
  /** of each stream, where there is nothing new and the phone's digest is another; null where there is none to compare */
  digests: z._default(z.nullable(z.record(z.string(), z.string())), null),
  /** households and surveys that further requests will bring */
  remaining: z._default(z.int(), 0),
})
export type SyncReply = z.infer<typeof syncReplySchema>
/** A reply as it is written: what is as it mostly is stays out. */
export type WrittenReply = z.input<typeof syncReplySchema>
