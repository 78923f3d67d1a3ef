import type { Database } from '../../database/database.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { personsOfDocument, type ProtectedPersons } from './household-document.ts'
import type { Staging } from './staging.ts'

const PAGE = 500

/**
 * Stages the people of a published list again. A mended file holds only the rows that were rejected from it, and
 * the newest list stands for the whole city: without them all others would be gone from it.
 */
export function carryOver(database: Database, from: SnapshotId, staging: Staging): void {
  const page = database.query<{ household_id: string; document: string; protected: string }>(
    `select household_id, document, protected from listed_household
     where snapshot_id = ? and household_id > ? order by household_id limit ?`,
  )
  let last = ''
  for (;;) {
    const rows = page.all(from, last, PAGE)
    for (const row of rows) {
      const document = JSON.parse(row.document) as SurveyDocument
      const kept = JSON.parse(row.protected) as ProtectedPersons
      for (const person of personsOfDocument(document, kept)) staging.add(person, null)
    }
    last = rows.at(-1)?.household_id ?? ''
    if (rows.length < PAGE) return
  }
}
