import type { AssignmentBoard } from '../../../shared/api/assignments.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import type { Role } from '../../../shared/api/session.ts'
import type { Database } from '../../database/database.ts'
import { NEWEST_SNAPSHOT } from '../../records/household-store.ts'
import type { ScopeStore } from '../../records/scope-store.ts'

/** What the city admin sees when giving out areas: people, what each holds, households by RW. */
export function createBoardReader(database: Database, scopes: ScopeStore) {
  const accounts = database.query<{ id: string; name: string; username: string; role: string }>(
    `select id, name, username, role from account where role in ('enumerator', 'supervisor', 'case-worker')
     order by role, name`,
  )
  const role = database.query<{ role: string }>('select role from account where id = ?')
  // Households of the list that the register does not know yet, and those that the register holds.
  const areas = database.query<{ stream: string; households: number }>(
    `with newest as (${NEWEST_SNAPSHOT}), every_household as (
       select stream from register_household where to_period is null and state <> 'gone'
       union all
       select stream from newest cross join listed_household listed on listed.snapshot_id = newest.id
         where not exists (select 1 from register_household r
           where r.household_id = listed.household_id and r.to_period is null))
     select stream, count(*) as households from every_household group by stream order by 1`,
  )
  return {
    canHoldAreas: (account: AccountId): boolean =>
      ['enumerator', 'supervisor', 'case-worker'].includes(role.get(account)?.role ?? ''),
    read: (): AssignmentBoard => {
      const held = scopes.assignments()
      return {
        accounts: accounts.all().map((account) => ({
          id: account.id as AccountId,
          name: account.name,
          username: account.username,
          role: account.role as Role,
          assignments: held.filter((assignment) => assignment.account === account.id),
        })),
        areas: areas.all().map(({ stream, households }) => {
          const [kelurahan = '', rw = ''] = stream.split('/')
          return { kelurahan: kelurahan as KelurahanCode, rw, households }
        }),
      }
    },
  }
}
