import type { Database } from '../database/database.ts'
import type { HouseholdId } from '../../shared/ids.ts'
import type { Area, KelurahanCode } from '../../shared/population/area.ts'
import { findOrdinaryProblem } from '../../shared/catalogue/problem-catalogue.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'

type ListedRow = { household_id: string; stream: string; document: string; as_of: string }
type RegisterRow = {
  household_id: string
  version: number
  from_period: string
  kelurahan: string
  rw: string
  rt: string
  document: string
}

export type HouseholdStore = {
  /** What the newest published list that holds it says, null where it is on none. */
  listed: (id: HouseholdId) => HouseholdRecord | null
  /** What stands beside the questions: the register's newest row, else the list's; null where neither knows it. */
  known: (id: HouseholdId) => HouseholdRecord | null
  /** True where the register's newest row says that it moved, was double, or belongs to another household. */
  isGone: (id: HouseholdId) => boolean
}

/** The newest published list: the one of the latest date, and of two of one date the one published last. */
export const NEWEST_SNAPSHOT = `select id, as_of, published_seq from snapshot where published_seq is not null
  order by as_of desc, published_seq desc limit 1`

/** Households as the register and the ministry's list know them, in the shape of a survey document. */
export function createHouseholdStore(database: Database): HouseholdStore {
  // The lists one after the other (`cross join` says so): else SQLite may read all households of all of them.
  const listedRow = database.query<ListedRow>(
    `select household_id, stream, document, as_of from snapshot
     cross join listed_household on snapshot_id = snapshot.id
     where published_seq is not null and household_id = ? order by as_of desc, published_seq desc limit 1`,
  )
  const registerRow = database.query<RegisterRow>(
    `select household_id, version, from_period, kelurahan, rw, rt, document from register_household
     where household_id = ? and to_period is null`,
  )
  const newest = database.query<{ state: string }>(
    'select state from register_household where household_id = ? and to_period is null',
  )

  const listed: HouseholdStore['listed'] = (id) => {
    const row = listedRow.get(id)
    return row ? listedRecord(row) : null
  }
  return {
    listed,
    known: (id) => {
      const row = registerRow.get(id)
      return row ? registerRecord(row) : listed(id)
    },
    isGone: (id) => newest.get(id)?.state === 'gone',
  }
}

/** The list's row as phones and supervisors see it. */
export function listedRecord(row: ListedRow): HouseholdRecord {
  const known = JSON.parse(row.document) as SurveyDocument
  const [kelurahan = '', rw = ''] = row.stream.split('/')
  return {
    id: row.household_id as HouseholdId,
    registerVersion: 0,
    area: { kelurahan: kelurahan as KelurahanCode, rw, rt: known.location.rt ?? '000' },
    source: 'list',
    asOf: row.as_of,
    known,
  }
}

function registerRecord(row: RegisterRow): HouseholdRecord {
  return {
    id: row.household_id as HouseholdId,
    registerVersion: row.version,
    area: { kelurahan: row.kelurahan, rw: row.rw, rt: row.rt } as Area,
    source: 'register',
    asOf: row.from_period,
    known: withOrdinaryProblems(JSON.parse(row.document) as SurveyDocument),
  }
}

/** A type that was restricted after its problem was recorded: from then on nobody but a case worker may read of it. */
function withOrdinaryProblems(document: SurveyDocument): SurveyDocument {
  const problems = Object.entries(document.problems)
  const ordinary = problems.filter(
    ([, { code }]) => code === undefined || findOrdinaryProblem(code) !== undefined,
  )
  return ordinary.length === problems.length
    ? document
    : { ...document, problems: Object.fromEntries(ordinary) }
}
