import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { confirmedAnswers } from '../../../shared/survey/confirmations.ts'
import type { Finding } from '../../../shared/review/findings.ts'
import type { Edit } from '../../ports/field-work.ts'
import { nextOrder } from './roster-order.ts'

/** What lets a warning stand: the answers that it goes by as they are now, and why; others have to be confirmed anew. */
export function confirmEdits(
  { path, key, reads }: Finding,
  document: SurveyDocument,
  reason: string,
  newId: () => string,
): readonly Edit[] {
  const id = confirmationOf(document, { path, key }) ?? newId()
  const isNew = document.confirmations?.[id] === undefined
  return [
    ...(isNew ? [{ path: `confirmations/${id}/order`, to: nextOrder(document.confirmations ?? {}) }] : []),
    { path: `confirmations/${id}/of`, to: path },
    { path: `confirmations/${id}/check`, to: key },
    { path: `confirmations/${id}/over`, to: confirmedAnswers(document, { path, reads }) },
    { path: `confirmations/${id}/reason`, to: reason.trim() },
  ]
}

/** Takes a confirmation back: the warning asks again. */
export function askAgainEdits({ path, key }: Finding, document: SurveyDocument): readonly Edit[] {
  const id = confirmationOf(document, { path, key })
  if (id === null) return []
  return (['order', 'of', 'check', 'over', 'reason'] as const).map((field) => ({
    path: `confirmations/${id}/${field}`,
    to: null,
  }))
}

function confirmationOf(
  { confirmations = {} }: SurveyDocument,
  { path, key }: Pick<Finding, 'path' | 'key'>,
) {
  const found = Object.entries(confirmations).findLast(([, { of, check }]) => of === path && check === key)
  return found?.[0] ?? null
}
