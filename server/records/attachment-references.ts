import type { SurveyId } from '../../shared/ids.ts'
import { entriesOf, type AttachmentAnswers, type SurveyDocument } from '../../shared/survey/document.ts'
import type { Database, Transaction } from '../database/database.ts'

/** Notes which pictures a survey shows, in the transaction that writes it. */
export type NoteReferences = (tx: Transaction, survey: SurveyId, document: SurveyDocument) => void

/** Keeps the references beside the documents true to them. */
export function createReferenceNotes(database: Database): NoteReferences {
  const shown = database.query<{ sha256: string }>(
    'select sha256 from attachment_reference where survey_id = ? order by sha256',
  )
  const insert = database.command('insert into attachment_reference (survey_id, sha256) values (?, ?)')
  const drop = database.command('delete from attachment_reference where survey_id = ? and sha256 = ?')
  return (tx, survey, { attachments }) => {
    const before = new Set(shown.all(survey).map(({ sha256 }) => sha256))
    const now = new Set(entriesOf<AttachmentAnswers>(attachments).flatMap(([, { sha256 }]) => sha256 ?? []))
    for (const sha256 of now) if (!before.has(sha256)) insert(tx, survey, sha256)
    for (const sha256 of before) if (!now.has(sha256)) drop(tx, survey, sha256)
  }
}
