import { readNik } from '../../shared/population/nik.ts'
import { newId } from '../../server/platform/ids.ts'
import { createFeed } from '../../server/records/feed.ts'
import type { Database } from '../../server/database/database.ts'
import type { FamilyId, HouseholdId, PersonId, SnapshotId } from '../../shared/ids.ts'
import { streamOf, type KelurahanCode } from '../../shared/population/area.ts'
import { EMPTY_DOCUMENT, type MemberAnswers, type SurveyDocument } from '../../shared/survey/document.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'

/** A household as a ministry list tells it: a head and a child in one family. */
export function listedHousehold(name: string, rw = '005', rt = '003'): HouseholdRecord {
  const kelurahan = '32.73.01.1001' as KelurahanCode
  const family = newId<FamilyId>()
  const serial = String(9000 + (name.length % 900)).padStart(4, '0')
  const members: Record<PersonId, MemberAnswers> = {
    [newId<PersonId>()]: memberOf(name, `3273015003800${serial.slice(1)}`, family, 'kepala', 1),
    [newId<PersonId>()]: memberOf(`Anak ${name}`, `3273011209150${serial.slice(1)}`, family, 'anak', 2),
  }
  const known: SurveyDocument = {
    ...EMPTY_DOCUMENT,
    location: { kelurahan, rw, rt, address: 'Gg. Mawar 3' },
    families: { [family]: { order: 1, kk: '3273012304100001' } },
    members,
  }
  return {
    id: newId<HouseholdId>(),
    registerVersion: 0,
    area: { kelurahan, rw, rt },
    source: 'list',
    asOf: '2026-10-31',
    known,
  }
}

function memberOf(
  name: string,
  nik: string,
  family: FamilyId,
  relationship: string,
  order: number,
): MemberAnswers {
  const { birthDate, sex } = readNik(nik, '2026-11-23')
  return { order, family, name, nik, relationship, ...(birthDate && { birthDate }), ...(sex && { sex }) }
}

/** Publishes a list as an import does, without a file. */
export function publishList(database: Database, households: readonly HouseholdRecord[], asOf: string): void {
  const feed = createFeed(database)
  const snapshot = database.command(
    `insert into snapshot (id, format, file_name, sha256, as_of, state, published_seq, bytes, started_by, started_at)
     values (?1, 'dtks-dump-17', 'uji.csv', ?1, ?2, 'published',
       (select ifnull(max(published_seq), 0) + 1 from snapshot), 0, 'uji', ?3)`,
  )
  const insert = database.command(
    `insert into listed_household (snapshot_id, household_id, stream, position, document, protected)
     values (?, ?, ?, ?, ?, '{}')`,
  )
  database.write((tx) => {
    const id = newId<SnapshotId>()
    snapshot(tx, id, asOf, tx.at.toISOString())
    households.forEach((household, position) => {
      const stream = streamOf(household.area)
      feed.openStream(tx, stream)
      insert(tx, id, household.id, stream, position, JSON.stringify(household.known))
    })
  })
}
