import type { Database, Transaction } from '../../database/database.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/api/session.ts'
import { newId } from '../../platform/ids.ts'

export type Account = {
  readonly id: AccountId
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
  readonly scopeVersion: number
}

type AccountRow = {
  id: string
  username: string
  name: string
  role: string
  password_hash: string
  scope_version: number
}

export type AccountStore = {
  /** User names are compared without regard to case. */
  findByUsername: (username: string) => Account | null
  find: (id: AccountId) => Account | null
  count: () => number
  setPassword: (tx: Transaction, id: AccountId, passwordHash: string) => void
  add: (tx: Transaction, account: Omit<Account, 'id' | 'scopeVersion'>) => AccountId
}

/** People who may sign in. */
export function createAccountStore(database: Database): AccountStore {
  const columns = 'id, username, name, role, password_hash, scope_version'
  const byUsername = database.query<AccountRow>(`select ${columns} from account where username = ?`)
  const byId = database.query<AccountRow>(`select ${columns} from account where id = ?`)
  const counted = database.query<{ count: number }>('select count(*) as count from account')
  const insert = database.command(
    'insert into account (id, username, name, role, password_hash, created_at) values (?, ?, ?, ?, ?, ?)',
  )
  const renew = database.command('update account set password_hash = ? where id = ?')
  return {
    findByUsername: (username) => accountOf(byUsername.get(username)),
    find: (id) => accountOf(byId.get(id)),
    count: () => counted.get()?.count ?? 0,
    setPassword: (tx, id, passwordHash) => {
      renew(tx, passwordHash, id)
    },
    add: (tx, account) => {
      const id = newId<AccountId>()
      insert(tx, id, account.username, account.name, account.role, account.passwordHash, tx.at.toISOString())
      return id
    },
  }
}

function accountOf(row: AccountRow | undefined): Account | null {
  if (!row) return null
  return {
    id: row.id as AccountId,
    username: row.username,
    name: row.name,
    role: row.role as Role,
    passwordHash: row.password_hash,
    scopeVersion: row.scope_version,
  }
}
