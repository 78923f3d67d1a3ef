import type { ReviewDetail, ReviewQueue } from '../../../../shared/api/reviews.ts'
import { nameOf } from '../../../../shared/survey/document.ts'
import type { SurveyId } from '../../../../shared/ids.ts'
import type { SurveyStatus } from '../../../../shared/review/status.ts'

export type QueueFilter = 'waiting' | 'returned' | 'approved' | 'rejected' | 'folded'

/** The statuses that each filter shows; drafts are none of the supervisor's business. */
export const STATUSES: Readonly<Record<QueueFilter, readonly SurveyStatus[]>> = {
  waiting: ['submitted', 'in-review'],
  returned: ['returned'],
  approved: ['approved'],
  rejected: ['rejected'],
  folded: ['folded'],
}

export const FILTERS = Object.keys(STATUSES) as QueueFilter[]

/** How many surveys a filter would show. */
export function countOf(counts: ReviewQueue['counts'], filter: QueueFilter): number {
  return STATUSES[filter].reduce((sum, status) => sum + (counts[status] ?? 0), 0)
}

/**
 * The queue after a command: the survey stands in its new state, or leaves where the filter no longer shows it.
 * Spares reading it all again, so that nothing jumps under the supervisor's hand.
 */
export function afterCommand(
  queue: ReviewQueue,
  filter: QueueFilter,
  before: SurveyStatus,
  { survey, conflicts }: ReviewDetail,
): ReviewQueue {
  const { status } = survey
  const counts = { ...queue.counts }
  counts[before] = Math.max(0, (counts[before] ?? 0) - 1)
  counts[status] = (counts[status] ?? 0) + 1
  const rows = queue.rows.flatMap((row) => {
    if (row.survey !== survey.id) return [row]
    if (!STATUSES[filter].includes(status)) return []
    const name = nameOf(survey.document) || row.name
    return [{ ...row, name, status, version: survey.version, conflicts: conflicts.length }]
  })
  return { ...queue, counts, rows }
}

/**
 * The survey before or after another in the queue; the first one where that one does not stand in it.
 * @returns null where there is none on that side
 */
export function neighbourOf(queue: ReviewQueue, survey: SurveyId | undefined, by: 1 | -1): SurveyId | null {
  const at = queue.rows.findIndex((row) => row.survey === survey)
  const to = at === -1 ? queue.rows[0] : queue.rows[at + by]
  return to && to.survey !== survey ? to.survey : null
}

/** Where to go when a survey is done: the one below it, else the one above. */
export function nextAfter(queue: ReviewQueue, survey: SurveyId): SurveyId | null {
  return neighbourOf(queue, survey, 1) ?? neighbourOf(queue, survey, -1)
}
