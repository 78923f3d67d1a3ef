import type { ConfidentialMessage } from '../../../shared/api/confidential.ts'
import type { ConfidentialId } from '../../../shared/ids.ts'
import { jakartaDate } from '../../../shared/period.ts'
import type { Database, Transaction } from '../../database/database.ts'

export type StoredRequest = ConfidentialMessage & {
  /** `YYYY-MM-DD` in Asia/Jakarta: the time would tell whose phone was at the server just then */
  readonly receivedOn: string
  readonly doneAt: string | null
}

type Row = { id: string; key_id: string; sealed: string; received_on: string; done_at: string | null }

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
  const columns = 'id, key_id, sealed, received_on, done_at'
  const byId = database.query<Row>(`select ${columns} from confidential_request where id = ?`)
  const listed = database.query<Row>(
    `select ${columns} from confidential_request where done_at is null or done_at > ?`,
  )
  const insert = database.command(
    'insert into confidential_request (id, key_id, sealed, received_on) values (?, ?, ?, ?)',
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
      const receivedOn = jakartaDate(tx.at)
      insert(tx, message.id, message.keyId, message.sealed, receivedOn)
      return { ...message, receivedOn, doneAt: null }
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
    receivedOn: row.received_on,
    doneAt: row.done_at,
  }
}
