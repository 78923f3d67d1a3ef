import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import { isKnownPatch, type Change } from '../../../shared/sync/change.ts'
import { mergePatch, type MergeConflict } from '../../../shared/sync/merge.ts'
import type { ChangeResult } from '../../../shared/sync/protocol.ts'
import { groupPathsOf } from '../../../shared/survey/groups.ts'
import { ROSTERS, type RosterName, type SurveyDocument } from '../../../shared/survey/document.ts'
import type { Transaction } from '../../database/database.ts'
import type { Actor } from '../../platform/actor.ts'
import { surveyId } from '../../platform/ids.ts'
import type { ChangeLog } from '../../records/change-log.ts'
import type { HouseholdStore } from '../../records/household-store.ts'
import type { ScopeStore } from '../../records/scope-store.ts'
import { edited, statusAfterChecked } from '../../records/survey-edit.ts'
import type { StoredSurvey, SurveyStore } from '../../records/survey-store.ts'
import type { QuarantineStore } from './quarantine-store.ts'
import { findTarget, type Target } from './target-survey.ts'

export type ApplyStores = {
  readonly surveys: SurveyStore
  readonly households: HouseholdStore
  readonly scopes: ScopeStore
  readonly changes: ChangeLog
  readonly quarantine: QuarantineStore
}

/**
 * Applies one readable change in the transaction: merges it, runs its command, logs it, announces the survey.
 * @param body as received; logged whole
 * @param hash of the body
 * @returns why it belongs into quarantine instead; then nothing was written
 */
export function applyChange(
  tx: Transaction,
  actor: Actor,
  change: Change,
  body: unknown,
  hash: string,
  epoch: string,
  stores: ApplyStores,
): ChangeResult | Fault {
  const { surveys, households, scopes } = stores
  const refusal = refusalOf(change, actor, stores)
  if (refusal) return refusal
  const target = findTarget(change, actor, stores)
  if (isFault(target)) return target
  const holding = scopes.holding(actor.account, target.survey.area, change.scope)
  if (holding === 'never') return fault('out-of-area', { survey: change.survey })

  const merge = mergePatch(target.survey.document, target.patch)
  if (hasTooManyEntries(merge.document)) return fault('cannot-apply', { survey: change.survey })
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

  const hasAnswers = Object.keys(target.patch).length > 0
  const answered = hasAnswers ? edited(target.survey, merge.document, households) : nextVersion(target.survey)
  const { survey, refused } = commanded(answered, change, surveys, households, tx.at)
  const late = survey.late || target.late || holding === 'then'
  surveys.save(tx, { ...survey, late })

  const result: ChangeResult = {
    outcome: 'applied',
    survey: survey.id,
    version: survey.version,
    conflicts: merge.conflicts.length,
    refused: refused?.fault ?? null,
    fault: null,
    receipt: { change: change.id, hash, epoch, at: tx.at.toISOString() },
  }
  stores.changes.append(tx, {
    id: change.id,
    device: actor.device,
    deviceSeq: change.seq,
    account: actor.account,
    survey: survey.id,
    hash,
    result,
    body,
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

function refusalOf(change: Change, actor: Actor, stores: ApplyStores): Fault | null {
  if (change.device !== actor.device) return fault('foreign-device')
  if (change.survey !== surveyId(change.household, change.registerVersion)) return fault('foreign-survey')
  if (stores.quarantine.holds(actor.device, change.survey)) return fault('follows-quarantine')
  return isKnownPatch(change.patch) ? null : fault('unknown-shape')
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
  actor: Actor,
  surveys: SurveyStore,
): void {
  for (const { group, device } of surveys.conflicts(survey.id)) {
    const isOwn = device === actor.device && groupPathsOf(group).some((path) => patch[path] !== undefined)
    if (isOwn && !inConflict.some((conflict) => conflict.group === group)) {
      surveys.dropConflict(tx, survey.id, group, actor.device)
    }
  }
}

function nextVersion(survey: StoredSurvey): StoredSurvey {
  return { ...survey, version: survey.version + 1 }
}

function commanded(
  survey: StoredSurvey,
  change: Change,
  surveys: SurveyStore,
  households: HouseholdStore,
  now: Date,
): { survey: StoredSurvey; refused: Fault | null } {
  if (!change.command) return { survey, refused: null }
  const status = statusAfterChecked(survey, 'submit', surveys.conflicts(survey.id).length, households, now)
  if (isFault(status)) return { survey, refused: status }
  return { survey: { ...survey, status, review: null }, refused: null }
}
