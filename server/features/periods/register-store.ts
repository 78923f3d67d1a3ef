import type { Database, Transaction } from '../../database/database.ts'
import type { PeriodFigures } from '../../../shared/api/periods.ts'
import type { HouseholdId, SnapshotId, SurveyId } from '../../../shared/ids.ts'
import type { PeriodId } from '../../../shared/period.ts'
import { streamOf, type Area } from '../../../shared/population/area.ts'
import type { HouseholdChange } from '../../../shared/register/change.ts'
import { countsOf, type HouseholdState, type RegisterHousehold } from '../../../shared/register/household.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { previousPeriod } from './previous-period.ts'

/** One version of a household in the register. */
export type RegisterRow = RegisterHousehold & {
  readonly version: number
  readonly fromPeriod: PeriodId
  readonly area: Area
}

/** What the register and the list hold of one household while its period is being sealed. */
export type HouseholdHistory = {
  /** the row that held when the period began */
  readonly before: RegisterRow | null
  /** the newest row: the same one, or what an earlier survey of this period made of it */
  readonly newest: RegisterRow | null
  /** the list's record; null also where a row held before, which then counts */
  readonly listed: SurveyDocument | null
}

export type RegisterStore = {
  /** @param snapshot the list that counts for the period */
  history: (household: HouseholdId, period: PeriodId, snapshot: SnapshotId | null) => HouseholdHistory
  /** Ends the household's newest row with the period before and writes the next one. */
  write: (tx: Transaction, household: HouseholdId, row: RegisterRow, survey: SurveyId) => void
  /** Says what the period changed of a household, instead of what it said before; null for nothing. */
  writeChange: (
    tx: Transaction,
    period: PeriodId,
    household: HouseholdId,
    change: HouseholdChange | null,
    survey: SurveyId,
  ) => void
  /** Figures of a period from its rows: the register as it holds in it, and what it folded and changed. */
  figures: (period: PeriodId) => PeriodFigures
}

type Row = {
  version: number
  from_period: PeriodId
  state: HouseholdState
  gone_reason: string | null
  kelurahan: Area['kelurahan']
  rw: string
  rt: string
  document: string
}

/** Where a row of the register holds in a period; two parameters, both the period. */
export const HOLDS_IN_PERIOD = 'from_period <= ? and (to_period is null or to_period >= ?)'

/** The register, which only the monthly update writes. */
export function createRegisterStore(database: Database): RegisterStore {
  const columns = 'version, from_period, state, gone_reason, kelurahan, rw, rt, document'
  const newest = database.query<Row>(
    `select ${columns} from register_household where household_id = ? and to_period is null`,
  )
  const before = database.query<Row>(
    `select ${columns} from register_household where household_id = ? and from_period < ?
     order by version desc limit 1`,
  )
  const listed = database.query<{ document: string }>(
    // A household that the newest list left out is still known from the last one that named it.
    `select document from snapshot join listed_household on snapshot_id = snapshot.id
     where published_seq <= (select published_seq from snapshot where id = ?) and household_id = ?
     order by as_of desc, published_seq desc limit 1`,
  )
  const end = database.command(
    'update register_household set to_period = ? where household_id = ? and to_period is null',
  )
  const insert = database.command(
    `insert into register_household (household_id, version, from_period, to_period, state, gone_reason, kelurahan, rw,
       rt, stream, families, members, problems, survey_id, document)
     values (?, ?, ?, null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const forget = database.command('delete from register_change where period_id = ? and household_id = ?')
  const tell = database.command(
    'insert into register_change (period_id, household_id, kind, reason, survey_id) values (?, ?, ?, ?, ?)',
  )
  const present = database.query<Pick<PeriodFigures, 'households' | 'families' | 'members' | 'problems'>>(
    `select count(*) as households, ifnull(sum(families), 0) as families, ifnull(sum(members), 0) as members,
       ifnull(sum(problems), 0) as problems
     from register_household where state = 'present' and ${HOLDS_IN_PERIOD}`,
  )
  const changed = database.query<Pick<PeriodFigures, 'surveys' | 'added' | 'changed' | 'gone'>>(
    `select (select count(*) from register_household where from_period = ?1) as surveys,
       count(*) filter (where kind = 'added') as added, count(*) filter (where kind = 'changed') as changed,
       count(*) filter (where kind = 'gone') as gone
     from register_change where period_id = ?1`,
  )
  return {
    history: (household, period, snapshot) => {
      const held = rowOf(before.get(household, period))
      const row = held || snapshot === null ? undefined : listed.get(snapshot, household)
      return {
        before: held,
        newest: rowOf(newest.get(household)),
        listed: row ? (JSON.parse(row.document) as SurveyDocument) : null,
      }
    },
    write: (tx, household, row, survey) => {
      const { version, fromPeriod, state, goneReason, area, document } = row
      const { families, members, problems } = countsOf(document)
      end(tx, previousPeriod(fromPeriod), household)
      insert(
        tx,
        household,
        version,
        fromPeriod,
        state,
        goneReason,
        area.kelurahan,
        area.rw,
        area.rt,
        streamOf(area),
        families,
        members,
        problems,
        survey,
        JSON.stringify(document),
      )
    },
    writeChange: (tx, period, household, change, survey) => {
      forget(tx, period, household)
      if (!change) return
      const { kind, ...why } = change
      tell(tx, period, household, kind, JSON.stringify(why), survey)
    },
    figures: (period) => {
      const stock = present.get(period, period)
      const flow = changed.get(period)
      if (!stock || !flow) throw new Error('an aggregate query gives one row')
      return { ...flow, ...stock }
    },
  }
}

function rowOf(row: Row | undefined): RegisterRow | null {
  if (!row) return null
  return {
    version: row.version,
    fromPeriod: row.from_period,
    state: row.state,
    goneReason: row.gone_reason,
    area: { kelurahan: row.kelurahan, rw: row.rw, rt: row.rt },
    document: JSON.parse(row.document) as SurveyDocument,
  }
}
