import type { Ids } from '../ports/ids.ts'
import type { ReceiptLine } from '../ports/field-work.ts'
import { isBackedUp } from './is-backed-up.ts'
import { surveyOf } from './household-survey.ts'
import type { Memory } from './memory.ts'

/** Surveys that the server has whole, as far as this device worked on them: drafts, too. In the order of the list. */
export function receiptLines(
  { cards, facts, progress }: Pick<Memory, 'cards' | 'facts' | 'progress'>,
  ids: Pick<Ids, 'uuidv5'>,
): readonly ReceiptLine[] {
  const { backedUp = 0 } = progress.value
  return [...cards.value.keys()].flatMap((household): ReceiptLine[] => {
    const known = facts(household)
    // Most of a list has not been touched yet.
    if (!known || known.surveys.length + known.outbox.length === 0) return []
    const { receivedAt, unsent, quarantined } = surveyOf(known, ids)
    if (receivedAt === null || unsent || quarantined) return []
    return [{ household, at: receivedAt, isBackedUp: isBackedUp(known, ids, backedUp) }]
  })
}
