import type { ConfidentialMessage } from '../../../shared/api/confidential.ts'
import type { ConfidentialId } from '../../../shared/ids.ts'
import type { Database, Transaction } from '../../database/database.ts'

export type StoredRequest = ConfidentialMessage & {
  readonly receivedAt: string
  readonly doneAt: string | null
}

type Row = { id: string; key_id: string; sealed: string; received_at: string; done_at: string | null }

export type RequestStore = {
  find: (id: ConfidentialId) => StoredRequest | null
  /** Those that are open, and those done after an instant. */
  listed: (doneAfter: Date) => readonly StoredRequest[]
  add: (tx: Transaction, message: ConfidentialMessage) => StoredRequest
  /** Done once is done at that time. */
  markDone: (tx: Transaction, id: ConfidentialId) => void
  markOpen: (tx: Transaction, id: ConfidentialId) => void
}

/** Sealed requests, as they came. */
export function createRequestStore(database: Database): RequestStore {
  const columns = 'id, key_id, sealed, received_at, done_at'
  const byId = database.query<Row>(`select ${columns} from confidential_request where id = ?`)
  const listed = database.query<Row>(
    `select ${columns} from confidential_request where done_at is null or done_at > ?`,
  )
  const insert = database.command(
    'insert into confidential_request (id, key_id, sealed, received_at) values (?, ?, ?, ?)',
  )
  const done = database.command(
    'update confidential_request set done_at = ? where id = ? and done_at is null',
  )
  const undone = database.command('update confidential_request set done_at = null where id = ?')
  return {
    find: (id) => {
      const row = byId.get(id)
      return row ? requestOf(row) : null
    },
    listed: (doneAfter) => listed.all(doneAfter.toISOString()).map(requestOf),
    add: (tx, message) => {
      const receivedAt = tx.at.toISOString()
      insert(tx, message.id, message.keyId, message.sealed, receivedAt)
      return { ...message, receivedAt, doneAt: null }
    },
    markDone: (tx, id) => {
      done(tx, tx.at.toISOString(), id)
    },
    markOpen: (tx, id) => {
      undone(tx, id)
    },
  }
}

function requestOf(row: Row): StoredRequest {
  return {
    id: row.id as ConfidentialId,
    keyId: row.key_id,
    sealed: row.sealed,
    receivedAt: row.received_at,
    doneAt: row.done_at,
  }
}
