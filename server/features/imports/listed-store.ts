import type { Database, Transaction } from '../../database/database.ts'
import type { HouseholdId, SnapshotId } from '../../../shared/ids.ts'
import type { Stream } from '../../../shared/population/area.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import type { ListedHousehold, ProtectedPersons } from './household-document.ts'

export type ListedStore = {
  find: (id: HouseholdId) => ListedHousehold | null
  /** @param at place in the order of a stream, from 1 */
  insert: (
    tx: Transaction,
    id: HouseholdId,
    at: { readonly stream: Stream; readonly position: number },
    household: ListedHousehold,
  ) => void
  /** Writes what the household is now; its place stays. */
  replace: (tx: Transaction, id: HouseholdId, household: ListedHousehold) => void
}

/** Households of one list. */
export function createListedStore(database: Database, snapshot: SnapshotId): ListedStore {
  const byId = database.query<{ document: string; protected: string }>(
    'select document, protected from listed_household where snapshot_id = ? and household_id = ?',
  )
  const insert = database.command(
    `insert into listed_household (snapshot_id, household_id, stream, position, document, protected)
     values (?, ?, ?, ?, ?, ?)`,
  )
  const replace = database.command(
    'update listed_household set document = ?3, protected = ?4 where snapshot_id = ?1 and household_id = ?2',
  )
  return {
    find: (id) => {
      const row = byId.get(snapshot, id)
      if (!row) return null
      return {
        document: JSON.parse(row.document) as SurveyDocument,
        kept: JSON.parse(row.protected) as ProtectedPersons,
      }
    },
    insert: (tx, id, { stream, position }, { document, kept }) => {
      insert(tx, snapshot, id, stream, position, JSON.stringify(document), JSON.stringify(kept))
    },
    replace: (tx, id, { document, kept }) => {
      replace(tx, snapshot, id, JSON.stringify(document), JSON.stringify(kept))
    },
  }
}
