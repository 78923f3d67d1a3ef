import type { Database } from '../../database/database.ts'
import type { AccountId, HouseholdId, SurveyId } from '../../../shared/ids.ts'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import { streamOf, type Stream } from '../../../shared/population/area.ts'
import {
  NEWS_PAGE_SIZE,
  type HouseholdRecord,
  type News,
  type OwnSurvey,
  type SurveyRecord,
} from '../../../shared/sync/protocol.ts'
import type { AliasStore } from '../../records/alias-store.ts'
import type { HouseholdPlaces } from '../../records/household-places.ts'
import { listedRecord, NEWEST_SNAPSHOT, type HouseholdStore } from '../../records/household-store.ts'
import type { SurveyStore } from '../../records/survey-store.ts'
import type { OwnVersion } from './own-surveys.ts'
import { readCursor, START, writeCursor, type Cursor } from './cursor.ts'

type ListedRow = { household_id: string; stream: string; document: string; as_of: string; position: number }
type FeedRow = { seq: number; kind: 'household' | 'survey' | 'leave'; id: string }

export type NewsPage = {
  readonly news: News[]
  /** surveys left out of the news, because the phone makes them itself */
  readonly own: OwnSurvey[]
  /** those that moved */
  readonly cursors: Record<string, string>
  /** households and surveys beyond this page */
  readonly remaining: number
}

type Reading = {
  readonly reader: AccountId
  /** true for a survey that the phone makes itself */
  readonly skipOwn: (survey: SurveyRecord) => boolean
}

export type NewsReader = {
  /**
   * The next page of all streams together, at most {@link NEWS_PAGE_SIZE} households and surveys (leave rows
   * come on top).
   * @param cursors as the phone sent them; streams that it does not name start from the beginning
   * @param own versions that the phone makes itself
   * @param reader whose phone it is
   */
  read: (
    streams: readonly Stream[],
    cursors: Readonly<Record<string, string>>,
    own: ReadonlyMap<SurveyId, OwnVersion>,
    reader: AccountId,
  ) => NewsPage
}

/** News of each stream: the newest published list, then what surveys and the register brought since. */
export function createNewsReader(
  database: Database,
  stores: {
    readonly households: HouseholdStore
    readonly surveys: SurveyStore
    readonly places: HouseholdPlaces
    readonly aliases: AliasStore
  },
): NewsReader {
  const newest = database.query<{ id: string; as_of: string; published_seq: number }>(NEWEST_SNAPSHOT)
  const beyondRegister = `from listed_household listed
    where snapshot_id = ?1 and stream = ?2 and position > ?3
      and not exists (select 1 from register_household r where r.household_id = listed.household_id and r.to_period is null)
      and not exists (select 1 from survey s
        where s.household_id = listed.household_id and s.status <> 'folded' and s.stream <> ?2)`
  const listedPage = database.query<ListedRow>(
    `select household_id, stream, document, position ${beyondRegister} order by position limit ?4`,
  )
  const listedCount = database.query<{ count: number }>(`select count(*) as count ${beyondRegister}`)
  const left = database.query<{ household_id: string }>(
    `select household_id from listed_household old
     where snapshot_id = (select id from snapshot where published_seq = ?1) and stream = ?3
       and not exists (select 1 from listed_household new
         where new.snapshot_id = ?2 and new.household_id = old.household_id and new.stream = ?3)
       and not exists (select 1 from register_household r where r.household_id = old.household_id)
       and not exists (select 1 from survey s where s.household_id = old.household_id)`,
  )
  const feedPage = database.query<FeedRow>(
    'select seq, kind, id from feed where stream = ? and seq > ? order by seq limit ?',
  )
  const lastOfAll = database.query<{ seq: number | null }>('select max(seq) as seq from feed')
  const feedCount = database.query<{ count: number }>(
    'select count(*) as count from feed where stream = ? and seq > ?',
  )

  /** Reads at most `budget` rows; leave rows of a new list come on top. */
  function readStream(
    stream: Stream,
    from: Cursor,
    budget: number,
    reading: Reading,
  ): { cursor: Cursor; read: number; news: News[] } {
    const snapshot = newest.get()
    const news: News[] = []
    let cursor = from
    if (snapshot && snapshot.published_seq !== from.snapshot) {
      const gone = from.snapshot === null ? [] : left.all(from.snapshot, snapshot.id, stream)
      for (const row of gone) news.push(leaveOf(stream, row.household_id))
      cursor = { ...from, snapshot: snapshot.published_seq, position: -1 }
    }
    const listed =
      snapshot && cursor.position !== 'end'
        ? listedPage.all(snapshot.id, stream, cursor.position, budget)
        : []
    for (const row of listed) {
      const household = withSame(listedRecord({ ...row, as_of: snapshot?.as_of ?? '' }))
      news.push({ kind: 'household', stream, household })
      cursor = { ...cursor, position: row.position }
    }
    const feed = feedPage.all(stream, cursor.seq, budget - listed.length)
    for (const row of feed) {
      news.push(...feedItems(stream, row, reading))
      cursor = { ...cursor, seq: row.seq }
    }
    if (cursor !== from && listed.length + feed.length < budget) {
      // Numbers of other streams are passed, too, and where the list ended is no matter: so most cursors are alike.
      cursor = { ...cursor, position: snapshot ? 'end' : cursor.position, seq: lastOfAll.get()?.seq ?? 0 }
    }
    return { cursor, read: listed.length + feed.length, news }
  }

  function feedItems(stream: Stream, row: FeedRow, reading: Reading): readonly News[] {
    if (row.kind === 'survey') return surveyItems(stream, row.id as SurveyId, reading)
    const id = row.id as HouseholdId
    if (row.kind === 'leave' || stores.households.isGone(id)) return [leaveOf(stream, id)]
    const household = stores.households.known(id)
    // Told of an alias, and then the next list left it out or put it elsewhere.
    const isThere = household?.source === 'register' || isListedIn(stream, id)
    return household && isThere ? [{ kind: 'household', stream, household: withSame(household) }] : []
  }

  /** On the newest list, and no open survey holds it in another stream: rule [N4]. */
  function isListedIn(stream: Stream, id: HouseholdId): boolean {
    const place = stores.places.comesByItself(id, stream) ? stores.places.placeOf(id) : null
    return place !== null && streamOf(place) === stream
  }

  /** With the households that a supervisor says are the same, told by where they lie: rule [I3]. */
  function withSame(household: HouseholdRecord): HouseholdRecord {
    const aliases = stores.aliases.households()
    const main = aliases.resolve(household.id)
    const sameAs = aliases.sameAs(household.id).flatMap((id) => {
      const area = stores.places.placeOf(id)
      return area ? [{ household: id, area, isMain: id === main }] : []
    })
    return sameAs.length === 0 ? household : { ...household, sameAs }
  }

  /**
   * An open survey comes with its household. One that was added on the way, that the newest list leaves out or puts
   * elsewhere, or that the register calls gone comes by its survey alone: phones need a place for it. Rule [N4].
   */
  function surveyItems(stream: Stream, id: SurveyId, { reader, skipOwn }: Reading): readonly News[] {
    const survey = stores.surveys.record(id, reader)
    if (!survey) return []
    const items: News[] = skipOwn(survey) ? [] : [{ kind: 'survey', stream, survey }]
    if (survey.status === 'folded' || stores.places.comesByItself(survey.household, stream)) return items
    const known = stores.households.known(survey.household)
    const household: HouseholdRecord = {
      id: survey.household,
      registerVersion: survey.registerVersion,
      area: survey.area,
      source: known?.source ?? 'survey',
      asOf: known?.asOf ?? '',
      known: known?.known ?? EMPTY_DOCUMENT,
    }
    return [{ kind: 'household', stream, household: withSame(household) }, ...items]
  }

  function countBeyond(stream: Stream, cursor: Cursor): number {
    const snapshot = newest.get()
    const position = cursor.snapshot === snapshot?.published_seq ? cursor.position : START.position
    const listed =
      snapshot && position !== 'end' ? (listedCount.get(snapshot.id, stream, position)?.count ?? 0) : 0
    return listed + (feedCount.get(stream, cursor.seq)?.count ?? 0)
  }

  return {
    read: (streams, cursors, ownVersions, reader) => {
      const news: News[] = []
      const own: OwnSurvey[] = []
      const skipOwn = (survey: SurveyRecord) => {
        const made = ownVersions.get(survey.id)
        if (made?.version !== survey.version || !isPlain(survey)) return false
        const { id, version, status, area } = survey
        own.push({ survey: id, version, status, area: made.isNew ? area : null })
        return true
      }
      const after = new Map<Stream, Cursor>()
      let budget = NEWS_PAGE_SIZE
      for (const stream of streams) {
        const from = readCursor(cursors[stream])
        const page =
          budget > 0
            ? readStream(stream, from, budget, { reader, skipOwn })
            : { cursor: from, read: 0, news: [] }
        after.set(stream, page.cursor)
        news.push(...page.news)
        budget -= page.read
      }
      return {
        news,
        own,
        cursors: Object.fromEntries(
          [...after]
            .map(([stream, cursor]) => [stream, writeCursor(cursor)] as const)
            .filter(([stream, cursor]) => cursors[stream] !== cursor),
        ),
        remaining:
          budget > 0 ? 0 : [...after].reduce((sum, [stream, cursor]) => sum + countBeyond(stream, cursor), 0),
      }
    },
  }
}

/** True where there is nothing about a survey but its answers and its status. */
function isPlain({ late, review, conflicts }: SurveyRecord): boolean {
  return !late && review === null && conflicts.length === 0
}

function leaveOf(stream: Stream, household: string): News {
  return { kind: 'leave', stream, household: household as HouseholdId }
}
