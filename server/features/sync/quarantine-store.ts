import type { Database, Transaction } from '../../database/database.ts'
import type { AccountId, ChangeId, DeviceId } from '../../../shared/ids.ts'
import type { HeldAct } from '../../../shared/api/quarantine.ts'
import type { Actor } from '../../platform/actor.ts'
import type { FaultCode } from '../../../shared/faults.ts'

export type Quarantined = {
  /** null where not even the id could be read */
  readonly change: string | null
  readonly survey: string | null
  readonly stream: string | null
  readonly fault: FaultCode
  readonly hash: string
  readonly result: unknown
  /** JSON of what was received */
  readonly body: string
}

/** A held change as it is kept. */
export type HeldChange = Omit<Quarantined, 'result' | 'change' | 'hash'> & {
  readonly id: number
  readonly device: DeviceId
  readonly account: AccountId
  readonly receivedAt: string
  /** whether somebody decided on it */
  readonly isSettled: boolean
}

type Row = {
  id: number
  device_id: string
  account_id: string
  survey_id: string | null
  stream: string | null
  fault: string
  received_at: string
  released_at: string | null
  body: string
}

export type QuarantineStore = {
  /** The answer to the same bytes from the same device: the first one, or that of their release. */
  find: (device: DeviceId, hash: string) => unknown
  /** True where any change of the device was ever held. */
  hasOf: (device: DeviceId) => boolean
  /** True where an earlier change of the survey by the device still waits: later ones join it there. */
  holds: (device: DeviceId, survey: string) => boolean
  /** Every change of the survey by the device that was ever held, decided on or not, as received. */
  bodiesOf: (device: DeviceId, survey: string) => readonly unknown[]
  keep: (tx: Transaction, actor: Actor, entry: Quarantined) => void
  /** Results of those of a device's changes that were released since. */
  released: (device: DeviceId, changes: readonly ChangeId[]) => readonly unknown[]
  entry: (id: number) => HeldChange | null
  /** What still waits of the same survey by the same device, oldest first; itself alone where no survey is known. */
  chain: (held: HeldChange) => readonly HeldChange[]
  /** Notes what somebody made of it. */
  settle: (
    tx: Transaction,
    id: number,
    act: { readonly kind: HeldAct['kind']; readonly by: AccountId; readonly reason: string },
    /** null where its first result stands */
    result: unknown,
  ) => void
  /** Notes why it waits now. */
  blame: (tx: Transaction, id: number, fault: FaultCode) => void
}

/** Changes that were acknowledged but wait for a supervisor; nothing in it expires, and nothing leaves it. */
export function createQuarantineStore(database: Database): QuarantineStore {
  const byHash = database.query<{ result: string }>(
    'select result from quarantine where device_id = ? and hash = ?',
  )
  const byDevice = database.query<{ id: number }>('select id from quarantine where device_id = ? limit 1')
  const bySurvey = database.query<{ id: number }>(
    'select id from quarantine where survey_id = ? and device_id = ? and released_at is null limit 1',
  )
  const bodies = database.query<{ body: string }>(
    'select body from quarantine where survey_id = ? and device_id = ? order by id',
  )
  const insert = database.command(
    `insert into quarantine (change_id, device_id, account_id, survey_id, stream, fault, hash, received_at, result, body)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const released = database.query<{ result: string }>(
    `select result from quarantine where device_id = ? and act in ('release', 'hand')
       and change_id in (select value from json_each(?)) order by id`,
  )
  const columns = 'id, device_id, account_id, survey_id, stream, fault, received_at, released_at, body'
  const byId = database.query<Row>(`select ${columns} from quarantine where id = ?`)
  const waiting = database.query<Row>(
    `select ${columns} from quarantine where survey_id = ? and device_id = ? and released_at is null order by id`,
  )
  const settle = database.command(
    `update quarantine set released_at = ?, act = ?, acted_by = ?, reason = ?, result = ifnull(?, result)
     where id = ?`,
  )
  const blame = database.command('update quarantine set fault = ? where id = ?')
  return {
    find: (device, hash) => {
      const row = byHash.get(device, hash)
      return row ? (JSON.parse(row.result) as unknown) : null
    },
    hasOf: (device) => byDevice.get(device) !== undefined,
    holds: (device, survey) => bySurvey.get(survey, device) !== undefined,
    bodiesOf: (device, survey) => bodies.all(survey, device).map(({ body }) => JSON.parse(body) as unknown),
    keep: (tx, actor, entry) => {
      insert(
        tx,
        entry.change,
        actor.device,
        actor.account,
        entry.survey,
        entry.stream,
        entry.fault,
        entry.hash,
        tx.at.toISOString(),
        JSON.stringify(entry.result),
        entry.body,
      )
    },
    released: (device, changes) =>
      released.all(device, JSON.stringify(changes)).map(({ result }) => JSON.parse(result) as unknown),
    entry: (id) => {
      const row = byId.get(id)
      return row ? heldOf(row) : null
    },
    chain: (held) => {
      if (held.survey !== null) return waiting.all(held.survey, held.device).map(heldOf)
      return held.isSettled ? [] : [held]
    },
    settle: (tx, id, { kind, by, reason }, result) => {
      settle(tx, tx.at.toISOString(), kind, by, reason, result === null ? null : JSON.stringify(result), id)
    },
    blame: (tx, id, fault) => {
      blame(tx, fault, id)
    },
  }
}

function heldOf(row: Row): HeldChange {
  return {
    id: row.id,
    device: row.device_id as DeviceId,
    account: row.account_id as AccountId,
    survey: row.survey_id,
    stream: row.stream,
    fault: row.fault as FaultCode,
    receivedAt: row.received_at,
    isSettled: row.released_at !== null,
    body: row.body,
  }
}
