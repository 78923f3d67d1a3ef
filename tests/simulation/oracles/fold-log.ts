import type { SurveyId } from '../../../shared/ids.ts'
import type { ReviewCommand } from '../../../shared/review/command.ts'
import { statusAfter, statusAfterEdit, type SurveyStatus } from '../../../shared/review/status.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { groupPathsOf } from '../../../shared/survey/groups.ts'
import { answerAt, withAnswers } from '../../../shared/survey/path.ts'
import type { Change } from '../../../shared/sync/change.ts'
import { mergePatch, type MergeConflict } from '../../../shared/sync/merge.ts'
import { overlapsOf, type Overlap } from '../../../shared/sync/overlap.ts'
import type { Patch } from '../../../shared/sync/patch.ts'
import type { Logged } from './evidence.ts'

type Conflict = MergeConflict & { readonly device: string; readonly at: string }

type FoldedOverlap = Overlap<string> & {
  readonly change: string
  readonly account: string
  readonly base: number
  readonly version: number
  /** version of the approval that has seen it */
  readonly seen: number | null
}

export type FoldedSurvey = {
  readonly document: SurveyDocument
  readonly version: number
  readonly status: SurveyStatus
  readonly conflicts: readonly Conflict[]
  readonly overlaps: readonly FoldedOverlap[]
  /** the version with which it was approved, while that stands */
  readonly approval: number | null
  /** people's patches, and to which version each led */
  readonly patches: readonly { readonly author: string; readonly version: number; readonly patch: Patch }[]
}

const NEW: FoldedSurvey = {
  document: EMPTY_DOCUMENT,
  version: 0,
  status: 'draft',
  conflicts: [],
  overlaps: [],
  approval: null,
  patches: [],
}

/** All surveys as the log tells them, by nothing but the merge of SPEC.md and the transitions of the review. */
export function foldLog(log: readonly Logged[]): Map<SurveyId, FoldedSurvey> {
  const surveys = new Map<SurveyId, FoldedSurvey>()
  for (const logged of log) {
    const before = surveys.get(logged.survey) ?? NEW
    surveys.set(
      logged.survey,
      logged.deviceSeq === null ? commanded(before, logged) : changed(before, logged),
    )
  }
  return surveys
}

function changed(before: FoldedSurvey, logged: Logged): FoldedSurvey {
  const { survey, device, account, receivedAt, result, body } = logged
  const change = body as Change
  // [S9]: steps that began in a folded survey begin anew in the next one.
  const patch = change.survey === survey ? change.patch : rebased(change.patch, before.document)
  const merge = mergePatch(before.document, patch)
  const status = Object.keys(patch).length > 0 ? statusAfterEdit(before.status) : before.status
  const base = change.survey === survey ? change.base : 0
  const version = before.version + 1
  const unseen = before.patches.filter((one) => one.version > base && one.author !== account)
  const overlaps = overlapsOf(before.document, merge.document, patch, unseen)
  const isTaken = change.command !== undefined && result.refused === null
  return {
    document: merge.document,
    version,
    status: isTaken ? (statusAfter(status, 'submit') ?? status) : status,
    conflicts: [
      ...before.conflicts.filter((one) => !(one.device === device && isTouched(one.group, patch))),
      ...merge.conflicts.map((conflict) => ({ ...conflict, device, at: receivedAt })),
    ],
    overlaps: [
      ...before.overlaps,
      ...overlaps.map((one) => ({ ...one, change: change.id, account, base, version, seen: null })),
    ],
    approval: status === 'approved' ? before.approval : null,
    patches: [...before.patches, { author: account, version, patch: change.patch }],
  }
}

/** An author's later word on a group stands in place of their earlier one: as a conflict again, or as none. */
function isTouched(group: string, patch: Patch): boolean {
  return groupPathsOf(group).some((path) => patch[path] !== undefined)
}

function rebased(patch: Patch, document: SurveyDocument): Patch {
  return Object.fromEntries(
    Object.entries(patch).map(([path, step]) => [
      path,
      answerAt(document, path) === null ? { from: null, to: step.to } : step,
    ]),
  )
}

/** [M9]: an approval has seen what is open; taken back, it has not. */
function seenBy(command: ReviewCommand['kind'], { overlaps, version, approval }: FoldedSurvey) {
  if (command === 'approve') return overlaps.map((one) => ({ ...one, seen: one.seen ?? version + 1 }))
  if (command !== 'reopen' || approval === null) return overlaps
  return overlaps.map((one) => (one.seen === approval ? { ...one, seen: null } : one))
}

function commanded(before: FoldedSurvey, { body }: Logged): FoldedSurvey {
  const { command } = body as { command: ReviewCommand | { readonly kind: 'hand' } }
  const version = before.version + 1
  const approval = command.kind === 'approve' ? version : null
  // [Q7]: whatever it was before, it comes to its new author as given back.
  if (command.kind === 'hand') return { ...before, version, approval, status: 'returned' }
  const after = { ...before, version, approval, overlaps: seenBy(command.kind, before) }
  if (command.kind !== 'resolve')
    return { ...after, status: statusAfter(before.status, command.kind) ?? before.status }
  const offers = before.conflicts
    .filter(({ group }) => group === command.group)
    .toSorted((a, b) => (a.at === b.at ? (a.device < b.device ? -1 : 1) : a.at < b.at ? -1 : 1))
  const offered = Object.entries(offers.at(-1)?.answers ?? {}).map(
    ([path, sides]) => [path, sides.offered as Answer | null] as const,
  )
  return {
    ...after,
    status: statusAfter(before.status, 'resolve') ?? before.status,
    document: command.take === 'offered' ? withAnswers(before.document, offered) : before.document,
    conflicts: before.conflicts.filter(({ group }) => group !== command.group),
  }
}
