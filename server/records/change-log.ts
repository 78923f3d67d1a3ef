import type { Database, Transaction } from '../database/database.ts'
import type { AccountId, ChangeId, DeviceId, SurveyId } from '../../shared/ids.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { Unseen } from '../../shared/sync/overlap.ts'

export type LoggedChange = {
  readonly id: ChangeId
  readonly device: DeviceId
  /** null for a command given online */
  readonly deviceSeq: number | null
  readonly account: AccountId
  readonly survey: SurveyId
  /** SHA-256 over the canonical JSON of what was received */
  readonly hash: string
  readonly result: unknown
  /** JSON of what was received */
  readonly body: string
}

export type ChangeLog = {
  /** The first answer to a change, by its id. */
  find: (id: ChangeId) => { device: DeviceId; hash: string; result: unknown } | null
  /**
   * Other people's changes of a survey that led beyond a version, in their order; no commands of the office.
   * @param account whose own changes are left out, from whatever device
   */
  ofOthersSince: (survey: SurveyId, version: number, account: AccountId) => readonly Unseen<AccountId>[]
  /** Logs a change and gives its place in the order of all changes. */
  append: (tx: Transaction, change: LoggedChange) => number
}

/** All that was received and applied, in the one writer's order. */
export function createChangeLog(database: Database): ChangeLog {
  const byId = database.query<{ device_id: string; hash: string; result: string }>(
    'select device_id, hash, result from change where id = ?',
  )
  const ofOthers = database.query<{ account_id: string; body: string }>(
    `select account_id, body from change
     where survey_id = ? and (result ->> 'version') > ? and account_id <> ? and device_seq is not null order by seq`,
  )
  const insert = database.command(
    `insert into change (id, device_id, device_seq, account_id, survey_id, received_at, hash, result, body)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    find: (id) => {
      const row = byId.get(id)
      return row
        ? { device: row.device_id as DeviceId, hash: row.hash, result: JSON.parse(row.result) }
        : null
    },
    ofOthersSince: (survey, version, account) =>
      ofOthers.all(survey, version, account).map((row) => ({
        author: row.account_id as AccountId,
        patch: (JSON.parse(row.body) as Change).patch,
      })),
    append: (tx, change) =>
      insert(
        tx,
        change.id,
        change.device,
        change.deviceSeq,
        change.account,
        change.survey,
        tx.at.toISOString(),
        change.hash,
        JSON.stringify(change.result),
        change.body,
      ).lastId,
  }
}
