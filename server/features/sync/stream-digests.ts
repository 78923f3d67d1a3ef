import type { Database } from '../../database/database.ts'
import { NEWEST_SNAPSHOT } from '../../records/household-store.ts'
import type { Stream } from '../../../shared/population/area.ts'
import { createDigest } from '../../../shared/sync/digest.ts'

type Row = { id: string; version: number }
type Kept = { readonly moment: string; readonly text: string }

export type StreamDigests = {
  /** What a phone that has read all of a stream holds of it: its households, and its surveys that are not folded. */
  of: (stream: Stream) => string
}

/**
 * Digests of the streams, worked out when they are asked for and kept until the stream changes. Rule [N8] of
 * SPEC.md; a household has the version of its register row, 0 without one.
 */
export function createStreamDigests(database: Database): StreamDigests {
  const newest = database.query<{ id: string }>(NEWEST_SNAPSHOT)
  const lastSeq = database.query<{ seq: number | null }>('select max(seq) as seq from feed where stream = ?')
  const listed = database.query<Row>(
    `select household_id as id, 0 as version from listed_household listed
     where snapshot_id = ?1 and stream = ?2
       and not exists (select 1 from register_household r
         where r.household_id = listed.household_id and r.to_period is null)
       and not exists (select 1 from survey s
         where s.household_id = listed.household_id and s.status <> 'folded' and s.stream <> ?2)`,
  )
  const registered = database.query<Row>(
    `select household_id as id, version from register_household
     where stream = ? and to_period is null and state <> 'gone'`,
  )
  const open = database.query<Row & { household: string; register_version: number }>(
    `select id, version, household_id as household, register_version from survey
     where kelurahan = ? and rw = ? and status <> 'folded'`,
  )
  const kept = new Map<Stream, Kept>()

  function digestOf(stream: Stream, snapshot: string): string {
    const [kelurahan = '', rw = ''] = stream.split('/')
    const surveys = open.all(kelurahan, rw)
    // A survey comes with its household, whatever the list and the register say of it.
    const households = new Map(
      surveys.map(({ household, register_version }) => [household, register_version]),
    )
    for (const { id, version } of listed.all(snapshot, stream)) households.set(id, version)
    for (const { id, version } of registered.all(stream)) households.set(id, version)
    const digest = createDigest()
    for (const [id, version] of households) digest.add(id, version)
    for (const { id, version } of surveys) digest.add(id, version)
    return digest.text()
  }

  return {
    of: (stream) => {
      const snapshot = newest.get()?.id ?? ''
      // Whatever changes in a stream is announced in it, or published with a list.
      const moment = `${snapshot} ${lastSeq.get(stream)?.seq ?? 0}`
      const before = kept.get(stream)
      if (before?.moment === moment) return before.text
      const text = digestOf(stream, snapshot)
      kept.set(stream, { moment, text })
      return text
    },
  }
}
