import type { Ids } from '../ports/ids.ts'
import type { ReceiptLine } from '../ports/field-work.ts'
import { surveyOf } from './household-survey.ts'
import type { Memory } from './memory.ts'

/** Surveys that the server has whole, as far as this device worked on them: drafts, too. In the order of the list. */
export function receiptLines(
  { cards, facts }: Pick<Memory, 'cards' | 'facts'>,
  ids: Pick<Ids, 'uuidv5'>,
): readonly ReceiptLine[] {
  return [...cards.value.keys()].flatMap((household): ReceiptLine[] => {
    const known = facts(household)
    // Most of a list has not been touched yet.
    if (!known || known.surveys.length + known.outbox.length === 0) return []
    const { receivedAt, unsent, quarantined } = surveyOf(known, ids)
    return receivedAt === null || unsent || quarantined ? [] : [{ household, at: receivedAt }]
  })
}
