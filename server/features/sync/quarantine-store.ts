import type { Database, Transaction } from '../../database/database.ts'
import type { DeviceId } from '../../../shared/ids.ts'
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

export type QuarantineStore = {
  /** The first answer to the same bytes from the same device. */
  find: (device: DeviceId, hash: string) => unknown
  /** True where any change of the device was ever held. */
  hasOf: (device: DeviceId) => boolean
  /** True where an earlier change of the survey by the device still waits: later ones join it there. */
  holds: (device: DeviceId, survey: string) => boolean
  keep: (tx: Transaction, actor: Actor, entry: Quarantined) => void
}

/** Changes that were acknowledged but wait for a supervisor; nothing in it expires. */
export function createQuarantineStore(database: Database): QuarantineStore {
  const byHash = database.query<{ result: string }>(
    'select result from quarantine where device_id = ? and hash = ?',
  )
  const byDevice = database.query<{ id: number }>('select id from quarantine where device_id = ? limit 1')
  const bySurvey = database.query<{ id: number }>(
    'select id from quarantine where survey_id = ? and device_id = ? and released_at is null limit 1',
  )
  const insert = database.command(
    `insert into quarantine (change_id, device_id, account_id, survey_id, stream, fault, hash, received_at, result, body)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    find: (device, hash) => {
      const row = byHash.get(device, hash)
      return row ? (JSON.parse(row.result) as unknown) : null
    },
    hasOf: (device) => byDevice.get(device) !== undefined,
    holds: (device, survey) => bySurvey.get(survey, device) !== undefined,
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
  }
}
