import * as z from 'zod/mini'
import type { ReviewCommand } from './command.ts'

export const SURVEY_STATUSES = [
  'draft',
  'submitted',
  'in-review',
  'returned',
  'approved',
  'rejected',
  'folded',
] as const
export const surveyStatusSchema = z.enum(SURVEY_STATUSES)
export type SurveyStatus = z.infer<typeof surveyStatusSchema>

export type Command = ReviewCommand | { readonly kind: 'submit' }

const TRANSITIONS: Readonly<Record<Command['kind'], Partial<Record<SurveyStatus, SurveyStatus>>>> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  approve: { submitted: 'approved', 'in-review': 'approved' },
  return: { submitted: 'returned', 'in-review': 'returned' },
  reject: { submitted: 'rejected', 'in-review': 'rejected' },
  reopen: { approved: 'in-review', rejected: 'in-review' },
  resolve: {
    draft: 'draft',
    submitted: 'in-review',
    'in-review': 'in-review',
    returned: 'returned',
    approved: 'in-review',
  },
}

/** The status after a command, null where the command is refused in that status. */
export function statusAfter(status: SurveyStatus, command: Command['kind']): SurveyStatus | null {
  return TRANSITIONS[command][status] ?? null
}

/**
 * The status after answers changed: what was returned is a draft again, and an approved or rejected survey
 * goes back to review. A folded one is never changed; its household's next survey is.
 */
export function statusAfterEdit(status: SurveyStatus): SurveyStatus {
  switch (status) {
    case 'returned':
      return 'draft'
    case 'approved':
    case 'rejected':
      return 'in-review'
    case 'draft':
    case 'submitted':
    case 'in-review':
    case 'folded':
      return status
  }
}
