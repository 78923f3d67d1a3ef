import type { Database, Transaction } from '../database/database.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { KelurahanCode, Stream } from '../../shared/population/area.ts'
import type { AssignedArea } from '../../shared/api/session.ts'
import type { Assignment, NewAssignment } from '../../shared/api/assignments.ts'

type AssignmentRow = { id: number; account_id: string; kelurahan: string; rw: string | null }

/** How an account held an area: now, when the change was made, or never. */
export type Holding = 'now' | 'then' | 'never'

export type ScopeStore = {
  areasOf: (account: AccountId) => readonly AssignedArea[]
  /** Names of the streams that reach the account now, sorted. */
  streamsOf: (areas: readonly AssignedArea[]) => readonly Stream[]
  holding: (account: AccountId, place: { kelurahan: string; rw: string }, scopeVersion: number) => Holding
  assignments: () => readonly Assignment[]
  /** Gives an area; the same one twice is one assignment. */
  give: (tx: Transaction, assignment: NewAssignment, by: AccountId) => Assignment
  /** Ends an assignment and keeps its history; null where it is not held. */
  take: (tx: Transaction, id: number) => Assignment | null
}

/** Which areas an account holds and held: assignments end, they are never deleted. */
export function createScopeStore(database: Database): ScopeStore {
  const areas = database.query<AssignmentRow>(
    'select kelurahan, rw from assignment where account_id = ? and to_scope is null order by kelurahan, rw',
  )
  const ofKelurahan = database.query<{ name: string }>('select name from stream where kelurahan = ?')
  const held = database.query<{ now: number }>(
    `select to_scope is null as now from assignment
     where account_id = ? and kelurahan = ? and (rw is null or rw = ?)
       and (to_scope is null or (from_scope <= ? and ? < to_scope))
     order by now desc limit 1`,
  )
  const open = database.query<AssignmentRow>(
    'select id, account_id, kelurahan, rw from assignment where to_scope is null order by id',
  )
  const same = database.query<AssignmentRow>(
    `select id, account_id, kelurahan, rw from assignment
     where account_id = ? and kelurahan = ? and rw is ? and to_scope is null`,
  )
  const byId = database.query<AssignmentRow>(
    'select id, account_id, kelurahan, rw from assignment where id = ? and to_scope is null',
  )
  const raise = database.command('update account set scope_version = scope_version + 1 where id = ?')
  const insert = database.command(
    `insert into assignment (account_id, kelurahan, rw, from_scope, given_by, given_at)
     select id, ?, ?, scope_version, ?, ? from account where id = ?`,
  )
  const end = database.command(
    `update assignment set to_scope = (select scope_version from account where id = account_id) where id = ?`,
  )

  return {
    areasOf: (account) => areas.all(account).map(areaOf),
    streamsOf: (areasHeld) => {
      const names = areasHeld.flatMap((area) =>
        area.rw === null
          ? ofKelurahan.all(area.kelurahan).map(({ name }) => name)
          : [`${area.kelurahan}/${area.rw}`],
      )
      return [...new Set(names)].sort() as Stream[]
    },
    holding: (account, place, scopeVersion) => {
      const row = held.get(account, place.kelurahan, place.rw, scopeVersion, scopeVersion)
      if (!row) return 'never'
      return row.now === 1 ? 'now' : 'then'
    },
    assignments: () => open.all().map(assignmentOf),
    give: (tx, assignment, by) => {
      const present = same.get(assignment.account, assignment.kelurahan, assignment.rw)
      if (present) return assignmentOf(present)
      raise(tx, assignment.account)
      const { lastId } = insert(
        tx,
        assignment.kelurahan,
        assignment.rw,
        by,
        tx.at.toISOString(),
        assignment.account,
      )
      return { ...assignment, id: lastId }
    },
    take: (tx, id) => {
      const row = byId.get(id)
      if (!row) return null
      raise(tx, row.account_id)
      end(tx, id)
      return assignmentOf(row)
    },
  }
}

function areaOf(row: Pick<AssignmentRow, 'kelurahan' | 'rw'>): AssignedArea {
  return { kelurahan: row.kelurahan as KelurahanCode, rw: row.rw }
}

function assignmentOf(row: AssignmentRow): Assignment {
  return { id: row.id, account: row.account_id as AccountId, ...areaOf(row) }
}
