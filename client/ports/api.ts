import type * as z from 'zod/mini'
import type { AliasRequest, HouseholdsFound } from '../../shared/api/aliases.ts'
import type { AssignmentBoard, Assignment, NewAssignment } from '../../shared/api/assignments.ts'
import type {
  CaseWorkersKey,
  ConfidentialList,
  ConfidentialMessage,
  ConfidentialReceipt,
} from '../../shared/api/confidential.ts'
import type { KnownDevices } from '../../shared/api/devices.ts'
import type { Import, importsSchema, rejectionsSchema } from '../../shared/api/imports.ts'
import type { LostPhoneReport, LostPhones } from '../../shared/api/lost-phones.ts'
import type { Period, periodsSchema } from '../../shared/api/periods.ts'
import type { Held, HeldAct, HeldDetail, HeldList, HeldOutcome } from '../../shared/api/quarantine.ts'
import type { ReviewDetail, ReviewQueue, ReviewRequest } from '../../shared/api/reviews.ts'
import type { RescueKey, RescueReply } from '../../shared/api/rescue.ts'
import type { Session } from '../../shared/api/session.ts'
import type { SignIn } from '../../shared/api/sign-in.ts'
import type { Fault } from '../../shared/faults.ts'
import type { AccountId, ConfidentialId, DeviceId, SnapshotId, SurveyId } from '../../shared/ids.ts'
import type { KelurahanCode } from '../../shared/population/area.ts'
import type { PeriodId } from '../../shared/period.ts'
import type { SurveyStatus } from '../../shared/review/status.ts'
import type { NikHints } from '../../shared/sync/nik-hint.ts'
import type { SyncReply } from '../../shared/sync/protocol.ts'
import type { SyncRequest } from '../../shared/sync/request.ts'

/**
 * The server. Never rejects: every expected failure comes back as a fault, among them `unreachable` (no network,
 * a timeout, a torn reply), `not-our-server` (a Wi-Fi page) and what the server's fault reply names.
 */
export interface Api {
  /** `signed-out` where there is no session. */
  session(): Promise<Session | Fault>
  signIn(signIn: SignIn): Promise<Session | Fault>
  signOut(): Promise<null | Fault>
  sync(request: SyncRequest): Promise<SyncReply | Fault>
  nikHints(): Promise<{ readonly kelurahan: readonly NikHints[] } | Fault>

  caseWorkersKey(): Promise<CaseWorkersKey | Fault>
  /** Sent twice, it is there once and gets the same receipt. */
  sendConfidential(message: ConfidentialMessage): Promise<ConfidentialReceipt | Fault>
  confidentialRequests(): Promise<ConfidentialList | Fault>
  /** Marks a request as done, or takes that back. */
  markConfidential(id: ConfidentialId, isDone: boolean): Promise<null | Fault>

  /** Says that an earlier device of this account came back empty. */
  reportLostPhone(report: LostPhoneReport): Promise<null | Fault>
  lostPhones(): Promise<LostPhones | Fault>
  markLostPhoneSeen(device: DeviceId): Promise<null | Fault>

  rescueKey(): Promise<RescueKey | Fault>
  /** Brings in a rescue file; sent twice, it takes effect once. `sent` hears the share from 0 to 1. */
  bringRescueFile(file: File, sent: (share: number) => void): Promise<RescueReply | Fault>

  imports(): Promise<z.infer<typeof importsSchema> | Fault>
  import(id: SnapshotId): Promise<Import | Fault>
  /** Sends the file as it is; `asOf` is the list's date, `YYYY-MM-DD`. `sent` hears the share from 0 to 1. */
  startImport(file: File, asOf: string, sent?: (share: number) => void): Promise<Import | Fault>
  /** Up to 100 rejected rows after a line of the file; 0 for the first ones. */
  rejections(id: SnapshotId, after: number): Promise<z.infer<typeof rejectionsSchema> | Fault>

  /** Phones and browsers in which somebody has signed in. */
  devices(account: AccountId): Promise<KnownDevices | Fault>
  /** Takes a device out of use, or lets it in again. */
  revokeDevice(device: DeviceId, isRevoked: boolean): Promise<null | Fault>

  assignments(): Promise<AssignmentBoard | Fault>
  assign(assignment: NewAssignment): Promise<Assignment | Fault>
  unassign(id: Assignment['id']): Promise<null | Fault>

  reviews(query: { status?: readonly SurveyStatus[]; after?: string }): Promise<ReviewQueue | Fault>
  review(survey: SurveyId): Promise<ReviewDetail | Fault>
  commandReview(survey: SurveyId, request: ReviewRequest): Promise<ReviewDetail | Fault>

  /** Households of the supervisor's areas in a kelurahan, by what they are known by. */
  findHouseholds(kelurahan: KelurahanCode, text: string): Promise<HouseholdsFound | Fault>
  giveAlias(request: AliasRequest): Promise<null | Fault>

  /** What is held, from after a number on; 0 for the oldest. */
  quarantine(after: number): Promise<HeldList | Fault>
  heldChange(id: Held['id']): Promise<HeldDetail | Fault>
  decideHeld(id: Held['id'], act: HeldAct): Promise<HeldOutcome | Fault>

  periods(): Promise<z.infer<typeof periodsSchema> | Fault>
  sealPeriod(id: PeriodId): Promise<Period | Fault>
}
