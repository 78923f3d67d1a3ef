import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from '../../database/database.ts'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { AccountId, DeviceId } from '../../../shared/ids.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export type SessionStore = {
  /** Makes the device the account's; a fault where it belongs to another account or was revoked. */
  registerDevice: (tx: Transaction, account: AccountId, device: DeviceId, name: string) => Fault | null
  /** Opens a session and gives its token; only the token's hash is stored. Earlier ones of the device end. */
  open: (tx: Transaction, account: AccountId, device: DeviceId, days: number) => string
  /** Account and device of a token that has not expired; a revoked device is told so as long as its session lasts. */
  find: (token: string, now: Date) => { account: AccountId; device: DeviceId; isRevoked: boolean } | null
  close: (tx: Transaction, token: string) => void
  /** Ends all sessions of an account, as after another password. */
  closeAll: (tx: Transaction, account: AccountId) => void
}

/** Sessions, each bound to one device. */
export function createSessionStore(database: Database): SessionStore {
  const device = database.query<{ account_id: string; revoked_at: string | null }>(
    'select account_id, revoked_at from device where id = ?',
  )
  const insertDevice = database.command(
    `insert into device (id, account_id, name, created_at) values (?, ?, ?, ?)
     on conflict (id) do update set name = excluded.name`,
  )
  const endEarlier = database.command('delete from session where device_id = ? or expires_at < ?')
  const insert = database.command(
    'insert into session (token_hash, account_id, device_id, created_at, expires_at) values (?, ?, ?, ?, ?)',
  )
  const byToken = database.query<{ account_id: string; device_id: string; revoked: number }>(
    `select s.account_id, s.device_id, d.revoked_at is not null as revoked
     from session s join device d on d.id = s.device_id where token_hash = ? and expires_at > ?`,
  )
  const removeAll = database.command('delete from session where account_id = ?')
  const remove = database.command('delete from session where token_hash = ?')
  return {
    registerDevice: (tx, account, id, name) => {
      const present = device.get(id)
      if (present && present.account_id !== account) return fault('device-of-another')
      if (present && present.revoked_at !== null) return fault('device-revoked')
      insertDevice(tx, id, account, name, tx.at.toISOString())
      return null
    },
    open: (tx, account, id, days) => {
      const token = randomBytes(32).toString('base64url')
      const expires = new Date(tx.at.getTime() + days * DAY_MS)
      endEarlier(tx, id, tx.at.toISOString())
      insert(tx, hashToken(token), account, id, tx.at.toISOString(), expires.toISOString())
      return token
    },
    find: (token, now) => {
      const row = byToken.get(hashToken(token), now.toISOString())
      if (!row) return null
      const { account_id: account, device_id: id, revoked } = row
      return { account: account as AccountId, device: id as DeviceId, isRevoked: revoked === 1 }
    },
    closeAll: (tx, account) => {
      removeAll(tx, account)
    },
    close: (tx, token) => {
      remove(tx, hashToken(token))
    },
  }
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
