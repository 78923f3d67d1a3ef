import { createDigest, type Digest } from '../../shared/sync/digest.ts'
import type { RowKeys } from '../ports/records.ts'
import type { StoredHousehold, StoredSurvey } from './bodies.ts'

export type DigestedRow<Body> = { readonly keys: Pick<RowKeys, 'area' | 'state'>; readonly body: Body }

/**
 * Digests of what this device holds of each stream, as the server works them out: households that it told of, and
 * surveys that are not folded. Rule [N8].
 */
export function digestsOf(
  streams: Iterable<string>,
  households: Iterable<DigestedRow<StoredHousehold>>,
  surveys: Iterable<DigestedRow<StoredSurvey>>,
): ReadonlyMap<string, string> {
  const digests = new Map<string, Digest>()
  for (const stream of streams) digests.set(stream, createDigest())
  for (const { keys, body } of households) {
    if (keys.state === 'listed') digests.get(body.stream)?.add(body.record.id, body.record.registerVersion)
  }
  for (const { keys, body } of surveys) {
    if (body.record.status !== 'folded') digests.get(keys.area)?.add(body.record.id, body.record.version)
  }
  return new Map([...digests].map(([stream, digest]) => [stream, digest.text()]))
}
