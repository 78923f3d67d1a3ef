import type { Database } from '../../../database/database.ts'
import type { PeriodId } from '../../../../shared/period.ts'
import type { SnapshotId } from '../../../../shared/ids.ts'
import type { Area } from '../../../../shared/population/area.ts'
import type { HouseholdChange } from '../../../../shared/register/change.ts'
import type { SurveyDocument } from '../../../../shared/survey/document.ts'
import { HOLDS_IN_PERIOD } from '../register-store.ts'

export type PackagedHousehold = {
  readonly id: string
  readonly area: Area
  /** the period that wrote it last */
  readonly asOf: PeriodId
  readonly document: SurveyDocument
}
export type ChangedHousehold = PackagedHousehold & { readonly change: HouseholdChange }

/** What a package is made of, read row by row in the order of the households' ids. */
export type PackageSource = {
  readonly households: () => Iterable<PackagedHousehold>
  readonly changes: () => Iterable<ChangedHousehold>
  /** Households that the tables leave out, by reason. Rule [K3] of SPEC.md. */
  readonly exclusions: () => readonly { readonly reason: string; readonly households: number }[]
  /** The list that counted; null where there was none. */
  readonly snapshot: () => ListOrigin | null
}

export type ListOrigin = {
  readonly id: string
  readonly format: string
  readonly asOf: string
  readonly sha256: string
}

type Row = {
  household_id: string
  kelurahan: Area['kelurahan']
  rw: string
  rt: string
  from_period: PeriodId
  document: string
}

/** Reads the register as it holds in a period. */
export function createPackageSource(
  database: Database,
  period: PeriodId,
  snapshot: SnapshotId | null,
): PackageSource {
  const columns = 'r.household_id, r.kelurahan, r.rw, r.rt, r.from_period, r.document'
  const households = database.query<Row>(
    `select ${columns} from register_household r where state = 'present' and ${HOLDS_IN_PERIOD}
     order by r.household_id`,
  )
  const changes = database.query<Row & { kind: HouseholdChange['kind']; reason: string }>(
    `select ${columns}, c.kind, c.reason from register_change c
     join register_household r on r.household_id = c.household_id and ${HOLDS_IN_PERIOD}
     where c.period_id = ? order by c.household_id`,
  )
  const left = database.query<{ households: number }>(
    `select count(*) as households from register_household where state = ?3
     and from_period <= ?1 and (to_period is null or to_period >= ?2)`,
  )
  const unvisited = database.query<{ households: number }>(
    `select count(*) as households from listed_household l where snapshot_id = ?1 and not exists
       (select 1 from register_household r where r.household_id = l.household_id and r.from_period <= ?2)`,
  )
  const origin = database.query<ListOrigin>(
    'select id, format, as_of as asOf, sha256 from snapshot where id = ?',
  )
  return {
    households: function* () {
      for (const row of households.iterate(period, period)) yield householdOf(row)
    },
    changes: function* () {
      for (const row of changes.iterate(period, period, period)) {
        const why = JSON.parse(row.reason) as Omit<HouseholdChange, 'kind'>
        yield { ...householdOf(row), change: { kind: row.kind, ...why } }
      }
    },
    exclusions: () => [
      {
        reason: 'belum_terkonfirmasi',
        households: left.get(period, period, 'unconfirmed')?.households ?? 0,
      },
      { reason: 'belum_dikunjungi', households: unvisited.get(snapshot, period)?.households ?? 0 },
      { reason: 'keluar', households: left.get(period, period, 'gone')?.households ?? 0 },
    ],
    snapshot: () => (snapshot === null ? null : (origin.get(snapshot) ?? null)),
  }
}

function householdOf(row: Row): PackagedHousehold {
  return {
    id: row.household_id,
    area: { kelurahan: row.kelurahan, rw: row.rw, rt: row.rt },
    asOf: row.from_period,
    document: JSON.parse(row.document) as SurveyDocument,
  }
}
