import type { Database, Transaction } from '../../database/database.ts'
import { newId } from '../../platform/ids.ts'
import type { FamilyId, HouseholdId, PersonId } from '../../../shared/ids.ts'
import type { ListedPerson } from './row-rules.ts'

export type KnownIds = {
  /** Household and family of a KK, born now where it was never listed. */
  family: (tx: Transaction, kk: string) => { household: HouseholdId; family: FamilyId }
  /** A new family id for a KK whose family stands under another KK too, from now on. */
  splitFamily: (tx: Transaction, kk: string) => FamilyId
  /** Ids of the people of one KK, in their order. */
  persons: (tx: Transaction, persons: readonly ListedPerson[]) => readonly PersonId[]
}

/**
 * Ids are born once: the next list meets the same households, families and persons again. They outlive an
 * import that fails, since the next one needs ids for the same people.
 */
export function createKnownIds(database: Database): KnownIds {
  const findFamily = database.query<{ household_id: HouseholdId; family_id: FamilyId }>(
    'select household_id, family_id from known_family where kk = ?',
  )
  const addFamily = database.command(
    'insert into known_family (kk, household_id, family_id) values (?, ?, ?)',
  )
  const changeFamily = database.command('update known_family set family_id = ?2 where kk = ?1')
  const findPerson = database.query<{ person_id: PersonId }>(
    'select person_id from known_person where identity = ?',
  )
  const addPerson = database.command('insert into known_person (identity, person_id) values (?, ?)')

  function person(tx: Transaction, identity: string): PersonId {
    const found = findPerson.get(identity)
    if (found) return found.person_id
    const id = newId<PersonId>()
    addPerson(tx, identity, id)
    return id
  }
  return {
    family: (tx, kk) => {
      const found = findFamily.get(kk)
      if (found) return { household: found.household_id, family: found.family_id }
      const ids = { household: newId<HouseholdId>(), family: newId<FamilyId>() }
      addFamily(tx, kk, ids.household, ids.family)
      return ids
    },
    splitFamily: (tx, kk) => {
      const family = newId<FamilyId>()
      changeFamily(tx, kk, family)
      return family
    },
    persons: (tx, persons) => {
      const seen = new Map<string, number>()
      return persons.map(({ nik, kk, name, birthDate }) => {
        const identity = nik ?? `${kk}/${name.toUpperCase()}/${birthDate ?? ''}`
        const turn = (seen.get(identity) ?? 0) + 1
        seen.set(identity, turn)
        // Two alike without NIK may be twins or a double: both stand until somebody has looked.
        return person(tx, turn === 1 ? identity : `${identity}/${turn}`)
      })
    },
  }
}
