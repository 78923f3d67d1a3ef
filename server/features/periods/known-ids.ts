import type { Database, Transaction } from '../../database/database.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import { familiesOf } from '../../../shared/register/household.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'

export type KnownIds = {
  /** Keeps the ids of a present household's families and persons for the next list. Rule [P5] of SPEC.md. */
  keep: (tx: Transaction, household: HouseholdId, document: SurveyDocument) => void
}

/**
 * The same identities under which an import looks for families (KK) and persons (NIK, else KK, name in capitals
 * and birth date).
 */
export function createKnownIds(database: Database): KnownIds {
  const family = database.command(
    'insert into known_family (kk, household_id, family_id) values (?, ?, ?) on conflict (kk) do nothing',
  )
  const person = database.command(
    'insert into known_person (identity, person_id) values (?, ?) on conflict (identity) do nothing',
  )
  return {
    keep: (tx, household, document) => {
      for (const { id, kk, members } of familiesOf(document)) {
        if (id !== null && kk !== null) family(tx, kk, household, id)
        for (const [memberId, { nik, name, birthDate }] of members) {
          if (nik !== undefined) person(tx, nik, memberId)
          else if (kk !== null && name !== undefined)
            person(tx, `${kk}/${name.toUpperCase()}/${birthDate ?? ''}`, memberId)
        }
      }
    },
  }
}
