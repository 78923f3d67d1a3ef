import { surveyIdOf } from '../../shared/ids.ts'
import type { Ids } from '../ports/ids.ts'
import type { HouseholdFacts } from './household-facts.ts'

/**
 * Whether all that the server has received of a household's survey from this device is in a verified copy.
 * @param backedUp number up to which the device's changes are
 */
export function isBackedUp(
  { household, surveys, outbox }: HouseholdFacts,
  { uuidv5 }: Pick<Ids, 'uuidv5'>,
  backedUp: number,
): boolean {
  const { id, registerVersion } = household.body.record
  const survey = surveyIdOf(uuidv5, id, registerVersion)
  const settled = surveys.find((found) => found.id === survey)?.body.receivedSeq
  const received = outbox.filter(({ body }) => body.result !== null).map(({ body }) => body.change.seq)
  const seqs = [...received, ...(settled === undefined ? [] : [settled])]
  return seqs.length > 0 && seqs.every((seq) => seq <= backedUp)
}
