import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { Change } from '../../../shared/sync/change.ts'
import { mergePatch, type Merge, type MergeConflict } from '../../../shared/sync/merge.ts'
import { overlapsOf } from '../../../shared/sync/overlap.ts'
import type { ChangeResult, HouseholdRecord } from '../../../shared/sync/protocol.ts'
import type { Area } from '../../../shared/population/area.ts'
import { groupPathsOf } from '../../../shared/survey/groups.ts'
import {
  EMPTY_DOCUMENT,
  ROSTERS,
  type RosterName,
  type SurveyDocument,
} from '../../../shared/survey/document.ts'
import type { Transaction } from '../../database/database.ts'
import type { Actor } from '../../platform/actor.ts'
import { surveyId } from '../../platform/ids.ts'
import type { ChangeLog } from '../../records/change-log.ts'
import type { HouseholdStore } from '../../records/household-store.ts'
import type { OverlapStore } from '../../records/overlap-store.ts'
import type { Holding } from '../../records/scope-store.ts'
import { edited, statusAfterChecked } from '../../records/survey-edit.ts'
import type { StoredSurvey, SurveyStore } from '../../records/survey-store.ts'
import { hiddenThings, thingOf } from './held-steps.ts'
import type { QuarantineStore } from './quarantine-store.ts'
import type { ReceivedChange } from './received-change.ts'
import { findTarget, type Target } from './target-survey.ts'

export type ApplyStores = {
  readonly surveys: SurveyStore
  readonly households: HouseholdStore
  readonly changes: ChangeLog
  readonly overlaps: OverlapStore
  readonly quarantine: QuarantineStore
}

/** Who sends, as far as it is the same for all changes of a transaction. */
export type Sender = {
  readonly actor: Pick<Actor, 'account' | 'device'>
  /** How they hold a place for a change that was made under a version of their assignments. */
  readonly holding: (place: Area, scopeVersion: number) => Holding
  /** whether changes of the device lie in quarantine, or once did */
  hasHeld: boolean
  /** whether somebody lets out of it what is sent: then it follows nothing */
  readonly isRelease: boolean
  readonly epoch: string
}

type Readable = ReceivedChange & { readonly change: Change }

/** What a change comes to, before anything of it is written. */
type Prepared = {
  readonly target: Target
  readonly known: HouseholdRecord | null
  readonly holding: Holding
  readonly merge: Merge
}

/** What a change would do now, or why it cannot be applied. */
export function prepareChange(sender: Sender, received: Readable, stores: ApplyStores): Prepared | Fault {
  const { change } = received
  const refusal = refusalOf(received, sender, stores)
  if (refusal) return refusal
  const known = stores.households.known(change.household)
  const target = findTarget(change, sender.actor, known, stores.surveys)
  if (isFault(target)) return target
  const holding = sender.holding(target.survey.area, change.scope)
  if (holding === 'never') return fault('out-of-area', { survey: change.survey })
  const merge = mergePatch(target.survey.document, target.patch)
  if (hasTooManyEntries(merge.document)) return fault('cannot-apply', { survey: change.survey })
  return { target, known, holding, merge }
}

/**
 * Applies one readable change in the transaction: merges it, runs its command, logs it, announces the survey.
 * @returns why it belongs into quarantine instead; then nothing was written
 */
export function applyChange(
  tx: Transaction,
  sender: Sender,
  received: Readable,
  stores: ApplyStores,
): ChangeResult | Fault {
  const prepared = prepareChange(sender, received, stores)
  if (isFault(prepared)) return prepared
  const { target, known, holding, merge } = prepared
  const { surveys } = stores
  const { actor } = sender
  const { change, text, hash } = received
  for (const conflict of merge.conflicts) {
    surveys.holdConflict(tx, ensured(tx, target.survey, surveys), {
      ...conflict,
      device: actor.device,
      account: actor.account,
      change: change.id,
      at: tx.at.toISOString(),
    })
  }
  dropSettled(tx, target, merge.conflicts, actor, surveys)
  keepOverlaps(tx, target, merge, change, actor, stores)

  const survey = answered(target, merge.document, known)
  const submitted = change.command ? submittedOr(survey, known, tx.at) : survey
  const refused = isFault(submitted) ? submitted.fault : null
  const after = isFault(submitted) ? survey : submitted
  surveys.save(tx, { ...after, late: after.late || target.late || holding === 'then' })

  const result: ChangeResult = {
    outcome: 'applied',
    survey: after.id,
    version: after.version,
    conflicts: merge.conflicts.length,
    refused,
    fault: null,
    receipt: { change: change.id, hash, epoch: sender.epoch, at: tx.at.toISOString() },
  }
  stores.changes.append(tx, {
    id: change.id,
    device: actor.device,
    deviceSeq: change.seq,
    account: actor.account,
    survey: after.id,
    hash,
    result,
    body: text,
  })
  return result
}

/**
 * No household is that large: checks that compare members with each other would hold up everybody. Of each of them
 * several things may be said.
 */
const MAX_ENTRIES: Record<RosterName, number> = {
  families: 100,
  members: 100,
  problems: 300,
  visits: 100,
  attachments: 100,
  confirmations: 300,
}

function hasTooManyEntries(document: SurveyDocument): boolean {
  return ROSTERS.some((name) => Object.keys(document[name] ?? {}).length > MAX_ENTRIES[name])
}

function speaksOfHidden(
  { survey, patch }: Readable['change'],
  { device }: Pick<Actor, 'device'>,
  quarantine: Pick<QuarantineStore, 'bodiesOf'>,
): boolean {
  const hidden = hiddenThings(quarantine.bodiesOf(device, survey))
  return hidden.size > 0 && Object.keys(patch).some((path) => hidden.has(thingOf(path)))
}

function refusalOf(
  { change, isKnown, isWhole }: Readable,
  { actor, hasHeld, isRelease }: Sender,
  { quarantine }: ApplyStores,
): Fault | null {
  if (change.device !== actor.device) return fault('foreign-device')
  if (change.survey !== surveyId(change.household, change.registerVersion)) return fault('foreign-survey')
  if (hasHeld && !isRelease && quarantine.holds(actor.device, change.survey))
    return fault('follows-quarantine')
  // What else is said of an entry of a restricted type goes where that one is: no survey has a place for it. Rule [Q6].
  if (hasHeld && speaksOfHidden(change, actor, quarantine)) return fault('unknown-shape')
  if (!isKnown) return fault('unknown-shape')
  return isWhole ? null : fault('cannot-apply', { survey: change.survey })
}

/** A conflict row needs its survey's row: the first change of a survey can conflict only with a redirected one. */
function ensured(tx: Transaction, survey: StoredSurvey, surveys: SurveyStore) {
  if (surveys.find(survey.id) === null) surveys.save(tx, survey)
  return survey.id
}

/** An author who came round to what stands has no open conflict on it any more. */
function dropSettled(
  tx: Transaction,
  { survey, patch }: Target,
  inConflict: readonly MergeConflict[],
  actor: Sender['actor'],
  surveys: SurveyStore,
): void {
  if (survey.openConflicts === 0) return
  for (const { group, device } of surveys.conflicts(survey.id)) {
    const isOwn = device === actor.device && groupPathsOf(group).some((path) => patch[path] !== undefined)
    if (isOwn && !inConflict.some((conflict) => conflict.group === group)) {
      surveys.dropConflict(tx, survey.id, group, actor.device)
    }
  }
}

/** What other people brought since the version that the change was made on: rule [M8] of SPEC.md. */
function keepOverlaps(
  tx: Transaction,
  { survey, patch }: Target,
  { document }: Merge,
  change: Change,
  { account }: Sender['actor'],
  { changes, overlaps }: ApplyStores,
): void {
  // Of the household's next survey its author knew no version: theirs were of the one that is folded.
  const base = change.survey === survey.id ? change.base : 0
  if (base >= survey.version) return
  const unseen = changes.ofOthersSince(survey.id, base, account)
  for (const overlap of overlapsOf(survey.document, document, patch, unseen)) {
    overlaps.keep(tx, survey.id, {
      ...overlap,
      change: change.id,
      account,
      base,
      version: survey.version + 1,
      at: tx.at.toISOString(),
    })
  }
}

function answered(
  { survey, patch }: Target,
  document: SurveyDocument,
  known: HouseholdRecord | null,
): StoredSurvey {
  if (Object.keys(patch).length > 0) return edited(survey, document, known?.known ?? EMPTY_DOCUMENT)
  return { ...survey, version: survey.version + 1 }
}

function submittedOr(survey: StoredSurvey, known: HouseholdRecord | null, now: Date): StoredSurvey | Fault {
  const status = statusAfterChecked(survey, 'submit', 0, known?.known ?? EMPTY_DOCUMENT, now)
  return isFault(status) ? status : { ...survey, status, review: null }
}
