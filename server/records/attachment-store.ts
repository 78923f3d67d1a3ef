import type { AccountId, DeviceId, SurveyId } from '../../shared/ids.ts'
import type { Database, Transaction } from '../database/database.ts'

export type Attachment = {
  /** of its bytes, hex */
  readonly sha256: string
  readonly type: string
  readonly bytes: number
}

export type AttachmentStore = {
  find: (
    sha256: string,
  ) => (Attachment & { readonly isBackedUp: boolean; readonly account: AccountId }) | null
  /** Enters a picture whose bytes are in their place; one that is there already stays as it is. */
  add: (
    tx: Transaction,
    attachment: Attachment,
    by: { readonly account: AccountId; readonly device: DeviceId },
  ) => void
  /** The surveys that show a picture. */
  surveysOf: (sha256: string) => readonly SurveyId[]
  /** Hashes of the pictures of a survey that have arrived. */
  arrivedOf: (survey: SurveyId) => readonly string[]
}

/** Pictures by their content, and which surveys show them. */
export function createAttachmentStore(database: Database): AttachmentStore {
  const bySha256 = database.query<{
    sha256: string
    type: string
    bytes: number
    account_id: AccountId
    backed_up_at: string | null
  }>('select sha256, type, bytes, account_id, backed_up_at from attachment where sha256 = ?')
  const insert = database.command(
    `insert into attachment (sha256, type, bytes, account_id, device_id, received_at) values (?, ?, ?, ?, ?, ?)
     on conflict (sha256) do nothing`,
  )
  const surveys = database.query<{ survey_id: SurveyId }>(
    'select survey_id from attachment_reference where sha256 = ? order by survey_id',
  )
  const arrived = database.query<{ sha256: string }>(
    `select sha256 from attachment_reference join attachment using (sha256) where survey_id = ? order by sha256`,
  )
  return {
    find: (sha256) => {
      const row = bySha256.get(sha256)
      if (!row) return null
      const { type, bytes, account_id: account, backed_up_at: backedUpAt } = row
      return { sha256, type, bytes, account, isBackedUp: backedUpAt !== null }
    },
    add: (tx, { sha256, type, bytes }, { account, device }) => {
      insert(tx, sha256, type, bytes, account, device, tx.at.toISOString())
    },
    surveysOf: (sha256) => surveys.all(sha256).map((row) => row.survey_id),
    arrivedOf: (survey) => arrived.all(survey).map((row) => row.sha256),
  }
}
