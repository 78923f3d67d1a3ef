import type { FoundHousehold, HouseholdsFound } from '../../../shared/api/aliases.ts'
import type { AssignedArea } from '../../../shared/api/session.ts'
import { foldText } from '../../../shared/fold-text.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Area, KelurahanCode, Stream } from '../../../shared/population/area.ts'
import { nameOf, type SurveyDocument } from '../../../shared/survey/document.ts'
import type { Database } from '../../database/database.ts'
import type { Turnstile } from '../../platform/turnstile.ts'
import { NEWEST_SNAPSHOT } from '../../records/household-store.ts'
import type { ScopeStore } from '../../records/scope-store.ts'

/** Enough to choose from; more words find fewer. Our own choice. */
const MOST_FOUND = 8

type Row = { household: HouseholdId; document: string }

export type HouseholdSearch = {
  /** Households of the areas in which every word is found, where a word begins; in numbers anywhere. */
  readonly find: (areas: readonly AssignedArea[], text: string) => Promise<HouseholdsFound>
}

/** Looks through what the list, the register and surveys say of households, one stream at a time. */
export function createHouseholdSearch(
  database: Database,
  { turnstile, scopes }: { readonly turnstile: Turnstile; readonly scopes: Pick<ScopeStore, 'streamsOf'> },
): HouseholdSearch {
  const listed = database.query<Row>(
    `select household_id as household, document from listed_household
     where snapshot_id = (select id from (${NEWEST_SNAPSHOT})) and stream = ?`,
  )
  const registered = database.query<Row>(
    `select household_id as household, document from register_household
     where stream = ? and to_period is null and state <> 'gone'`,
  )
  const surveyed = database.query<Row>(
    `select household_id as household, document from survey where kelurahan = ? and rw = ? order by register_version`,
  )

  function findIn(stream: Stream, words: readonly RegExp[]): readonly FoundHousehold[] {
    const [kelurahan = '', rw = ''] = stream.split('/')
    const documents = new Map<HouseholdId, SurveyDocument[]>()
    for (const row of [...listed.all(stream), ...registered.all(stream), ...surveyed.all(kelurahan, rw)]) {
      const known = documents.get(row.household) ?? []
      documents.set(row.household, [JSON.parse(row.document) as SurveyDocument, ...known])
    }
    return [...documents].flatMap(([household, [newest, ...older]]) => {
      if (!newest) return []
      const all = [newest, ...older]
      const text = foldText(all.map(textOf).join('\n'))
      if (!words.every((word) => word.test(text))) return []
      const said = all.map(({ location }) => location)
      const area: Area = {
        kelurahan: kelurahan as KelurahanCode,
        rw,
        rt: said.find(({ rt }) => rt !== undefined)?.rt ?? '000',
      }
      const address = said.find((location) => location.address !== undefined)?.address ?? ''
      const name = all.map((document) => nameOf(document)).find(Boolean) ?? ''
      return [{ household, name, address, area }]
    })
  }

  return {
    find: async (areas, text) => {
      const words = foldText(text).split(/\s+/).filter(Boolean).map(wordPattern)
      const found: FoundHousehold[] = []
      for (const stream of scopes.streamsOf(areas)) {
        if (found.length > MOST_FOUND) break
        found.push(...(await turnstile.run(() => findIn(stream, words))))
      }
      return { households: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND }
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
