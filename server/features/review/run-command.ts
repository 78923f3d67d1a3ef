import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { ReviewRequest } from '../../../shared/api/reviews.ts'
import type { ReviewCommand } from '../../../shared/review/command.ts'
import { statusAfter } from '../../../shared/review/status.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import type { Transaction } from '../../database/database.ts'
import type { Actor } from '../../platform/actor.ts'
import { hashOf } from '../../platform/hash.ts'
import type { ChangeLog } from '../../records/change-log.ts'
import type { HouseholdStore } from '../../records/household-store.ts'
import { edited, statusAfterChecked } from '../../records/survey-edit.ts'
import type { OverlapStore } from '../../records/overlap-store.ts'
import type { StoredConflict, StoredSurvey, SurveyStore } from '../../records/survey-store.ts'

export type ReviewStores = {
  readonly surveys: SurveyStore
  readonly households: HouseholdStore
  readonly changes: ChangeLog
  readonly overlaps: OverlapStore
}

/**
 * Runs a supervisor's command in the transaction and logs it as a change of the survey; the same request again
 * changes nothing.
 * @returns why it is refused, null where it took effect (now or before)
 */
export function runCommand(
  tx: Transaction,
  actor: Actor,
  survey: StoredSurvey,
  request: ReviewRequest,
  stores: ReviewStores,
): Fault | null {
  const body = { survey: survey.id, ...request }
  const hash = hashOf(body)
  const logged = stores.changes.find(request.id)
  if (logged) return logged.hash === hash ? null : fault('reused-id')
  if (request.version !== survey.version) return fault('wrong-state', { survey: survey.id })

  const conflicts = stores.surveys.conflicts(survey.id)
  const known = stores.households.known(survey.household)?.known ?? EMPTY_DOCUMENT
  const after = commanded(survey, request.command, conflicts, actor, known, tx.at)
  if (isFault(after)) return after
  const seq = stores.changes.append(tx, {
    id: request.id,
    device: actor.device,
    deviceSeq: null,
    account: actor.account,
    survey: survey.id,
    hash,
    result: { version: after.version },
    body: JSON.stringify(body),
  })
  if (request.command.kind === 'resolve') stores.surveys.dropConflict(tx, survey.id, request.command.group)
  if (after.status === 'approved') stores.overlaps.see(tx, survey.id, seq)
  if (request.command.kind === 'reopen' && survey.approvedSeq !== null) {
    stores.overlaps.unsee(tx, survey.id, survey.approvedSeq)
  }
  stores.surveys.save(tx, after.status === 'approved' ? { ...after, approvedSeq: seq } : after)
  return null
}

function commanded(
  survey: StoredSurvey,
  command: ReviewCommand,
  conflicts: readonly StoredConflict[],
  actor: Actor,
  known: SurveyDocument,
  now: Date,
): StoredSurvey | Fault {
  if (command.kind === 'resolve') return resolved(survey, command, conflicts, known)
  const status =
    command.kind === 'approve'
      ? statusAfterChecked(survey, 'approve', conflicts.length, known, now)
      : (statusAfter(survey.status, command.kind) ?? fault('wrong-state', { survey: survey.id }))
  if (isFault(status)) return status
  const reason = 'reason' in command ? command.reason : null
  return {
    ...survey,
    status,
    version: survey.version + 1,
    approvedSeq: null,
    review: reason === null ? null : { reason, by: actor.name, at: now.toISOString() },
  }
}

/** Takes one side of a conflict; where several phones offered another answer, the latest offer. */
function resolved(
  survey: StoredSurvey,
  command: Extract<ReviewCommand, { kind: 'resolve' }>,
  conflicts: readonly StoredConflict[],
  known: SurveyDocument,
): StoredSurvey | Fault {
  const conflict = conflicts.findLast(({ group }) => group === command.group)
  const status = statusAfter(survey.status, 'resolve')
  if (!conflict || !status) return fault('wrong-state', { survey: survey.id })
  const offered = Object.entries(conflict.answers).map(
    ([path, sides]) => [path, sides.offered as Answer | null] as const,
  )
  const document = command.take === 'offered' ? withAnswers(survey.document, offered) : survey.document
  return { ...edited(survey, document, known), status }
}
