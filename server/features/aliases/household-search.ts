import { searchWords, type FoundHousehold, type HouseholdsFound } from '../../../shared/api/aliases.ts'
import type { AssignedArea } from '../../../shared/api/session.ts'
import { foldText } from '../../../shared/fold-text.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import { streamOf, type Stream } from '../../../shared/population/area.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import type { Database } from '../../database/database.ts'
import type { Turnstile } from '../../platform/turnstile.ts'
import type { HouseholdPlaces } from '../../records/household-places.ts'
import { NEWEST_SNAPSHOT } from '../../records/household-store.ts'
import type { ScopeStore } from '../../records/scope-store.ts'

/** Enough to choose from; more words find fewer. Our own choice. */
const MOST_FOUND = 8

/** Households that are looked at in one piece of the server's work: some milliseconds. Our own choice. */
const PIECE_SIZE = 50

export type HouseholdSearch = {
  /**
   * Households that lie in the areas and of which every word is found, where a word begins; in numbers anywhere. What
   * only a draft says is not looked through: it is its author's.
   */
  readonly find: (areas: readonly AssignedArea[], text: string) => Promise<HouseholdsFound>
}

/** Looks through what the list, the register and surveys say of households, a few at a time. */
export function createHouseholdSearch(
  database: Database,
  parts: {
    readonly turnstile: Pick<Turnstile, 'run'>
    readonly scopes: Pick<ScopeStore, 'streamsOf'>
    readonly places: Pick<HouseholdPlaces, 'placeOf' | 'nameplate'>
  },
): HouseholdSearch {
  const { turnstile, scopes, places } = parts
  const inStream = database.query<{ household: HouseholdId }>(
    `select household_id as household from listed_household
       where snapshot_id = (select id from (${NEWEST_SNAPSHOT})) and stream = ?1
     union select household_id from register_household where stream = ?1 and to_period is null and state <> 'gone'
     union select household_id from survey where kelurahan = ?2 and rw = ?3`,
  )
  const saidOf = database.query<{ document: string }>(
    `select document from listed_household
       where snapshot_id = (select id from (${NEWEST_SNAPSHOT})) and household_id = ?1
     union all select document from register_household
       where household_id = ?1 and to_period is null and state <> 'gone'
     union all select document from survey where household_id = ?1 and status <> 'draft'`,
  )

  function look(stream: Stream, household: HouseholdId, words: readonly RegExp[]): readonly FoundHousehold[] {
    const documents = saidOf.all(household).map(({ document }) => JSON.parse(document) as SurveyDocument)
    const text = foldText(documents.map(textOf).join('\n'))
    if (!words.every((word) => word.test(text))) return []
    // A list may put elsewhere what a survey still holds: found where it lies alone, and so once.
    const place = places.placeOf(household)
    const plate = place && streamOf(place) === stream ? places.nameplate(household) : null
    return plate ? [plate] : []
  }

  async function* findIn(stream: Stream, words: readonly RegExp[]): AsyncIterable<readonly FoundHousehold[]> {
    const [kelurahan = '', rw = ''] = stream.split('/')
    const all = await turnstile.run(() => inStream.all(stream, kelurahan, rw))
    for (let from = 0; from < all.length; from += PIECE_SIZE) {
      const piece = all.slice(from, from + PIECE_SIZE)
      yield await turnstile.run(() => piece.flatMap(({ household }) => look(stream, household, words)))
    }
  }

  return {
    find: async (areas, text) => {
      const words = searchWords(text).map(wordPattern)
      const found: FoundHousehold[] = []
      for (const stream of words.length === 0 ? [] : scopes.streamsOf(areas)) {
        for await (const some of findIn(stream, words)) {
          found.push(...some)
          if (found.length > MOST_FOUND) return { households: found.slice(0, MOST_FOUND), more: true }
        }
      }
      return { households: found, more: false }
    },
  }
}

/** Folded words hold letters and digits only. */
function wordPattern(word: string): RegExp {
  return /^\d{4,}$/.test(word) ? new RegExp(word) : new RegExp(`(^|\\s)${word}`, 'u')
}

function textOf({ members, families, location }: SurveyDocument): string {
  const people = Object.values(members).flatMap(({ name, nik }) => [name, nik])
  const cards = Object.values(families).map(({ kk }) => kk)
  return [...people, ...cards, location.address].filter((word) => word !== undefined).join('\n')
}
