import type { FoundHousehold } from '../../shared/api/aliases.ts'
import type { HouseholdId, SurveyId } from '../../shared/ids.ts'
import { streamOf, type Area, type Stream } from '../../shared/population/area.ts'
import { EMPTY_DOCUMENT, nameOf, type SurveyDocument } from '../../shared/survey/document.ts'
import type { Database, Transaction } from '../database/database.ts'
import type { Feed } from './feed.ts'
import { NEWEST_SNAPSHOT, type HouseholdStore } from './household-store.ts'

export type HouseholdPlaces = {
  /** Where a household lies: by its open survey, else as known, else by its last survey; null where nobody knows it. */
  readonly placeOf: (household: HouseholdId) => Area | null
  /** By what it is recognised: as last surveyed, drafts left out, else as known; null where nobody knows it. */
  readonly nameplate: (household: HouseholdId) => FoundHousehold | null
  /** True where a stream holds the household of itself: on the newest list, or in the register and not gone. */
  readonly comesByItself: (household: HouseholdId, stream: Stream) => boolean
  /** True for a person whom the list, the register or a survey of the household names. */
  readonly livesIn: (person: string, household: HouseholdId) => boolean
  /** Tells the phones that hold a household of it once more: of itself, and with the open survey that may hold it there. */
  readonly tellAgain: (tx: Transaction, household: HouseholdId) => void
}

type SurveyRow = { id: SurveyId; kelurahan: string; rw: string; rt: string; status: string }

/** In which streams households stand, and by what. Rule [N4] of shared/sync/SPEC.md. */
export function createHouseholdPlaces(
  database: Database,
  { households, feed }: { readonly households: HouseholdStore; readonly feed: Feed },
): HouseholdPlaces {
  const byItself = database.query<{ id: string }>(
    `select household_id as id from listed_household listed
       where household_id = ?1 and stream = ?2 and snapshot_id = (select id from (${NEWEST_SNAPSHOT}))
         and not exists (select 1 from register_household r
           where r.household_id = listed.household_id and r.to_period is null)
     union all select household_id as id from register_household
       where household_id = ?1 and stream = ?2 and to_period is null and state <> 'gone'`,
  )
  const lastSurvey = database.query<SurveyRow>(
    `select id, kelurahan, rw, rt, status from survey where household_id = ?
     order by status = 'folded', register_version desc limit 1`,
  )
  const surveyed = database.query<{ found: number }>(
    `select 1 as found from survey s, json_each(s.document, '$.members') member
     where s.household_id = ? and member.key = ? limit 1`,
  )
  const lastDocument = database.query<{ document: string }>(
    `select document from survey where household_id = ? and status <> 'draft'
     order by status = 'folded', register_version desc limit 1`,
  )
  const areaOf = ({ kelurahan, rw, rt }: SurveyRow) => ({ kelurahan, rw, rt }) as Area
  const comesByItself: HouseholdPlaces['comesByItself'] = (household, stream) =>
    byItself.get(household, stream) !== undefined
  const placeOf: HouseholdPlaces['placeOf'] = (household) => {
    const survey = lastSurvey.get(household)
    if (survey && survey.status !== 'folded') return areaOf(survey)
    return households.known(household)?.area ?? (survey ? areaOf(survey) : null)
  }
  return {
    placeOf,
    nameplate: (household) => {
      const area = placeOf(household)
      if (!area) return null
      const row = lastDocument.get(household)
      const document = row ? (JSON.parse(row.document) as SurveyDocument) : EMPTY_DOCUMENT
      const known = households.known(household)?.known ?? EMPTY_DOCUMENT
      const address = document.location.address ?? known.location.address ?? ''
      return { household, name: nameOf(document, known), address, area }
    },
    comesByItself,
    livesIn: (person, household) =>
      Object.hasOwn(households.known(household)?.known.members ?? {}, person) ||
      surveyed.get(household, person) !== undefined,
    tellAgain: (tx, household) => {
      const place = placeOf(household)
      if (!place) return
      const stream = streamOf(place)
      const survey = lastSurvey.get(household)
      if (comesByItself(household, stream)) feed.announce(tx, stream, 'household', household)
      // The next list may leave it out before a phone asks: then its open survey brings it.
      if (survey && survey.status !== 'folded') feed.announce(tx, stream, 'survey', survey.id)
    },
  }
}
