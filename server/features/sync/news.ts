import type { Database } from '../../database/database.ts'
import type { HouseholdId, SurveyId } from '../../../shared/ids.ts'
import type { Stream } from '../../../shared/population/area.ts'
import { NEWS_PAGE_SIZE, type News } from '../../../shared/sync/protocol.ts'
import { listedRecord, NEWEST_SNAPSHOT, type HouseholdStore } from '../../records/household-store.ts'
import type { SurveyStore } from '../../records/survey-store.ts'
import { readCursor, START, writeCursor, type Cursor } from './cursor.ts'

type ListedRow = { household_id: string; stream: string; document: string; as_of: string; position: number }
type FeedRow = { seq: number; kind: 'household' | 'survey'; id: string }

export type NewsPage = {
  readonly news: News[]
  readonly cursors: Record<string, string>
  /** households and surveys beyond this page */
  readonly remaining: number
}

export type NewsReader = {
  /**
   * The next page of all streams together, at most {@link NEWS_PAGE_SIZE} households and surveys (leave rows
   * come on top).
   * @param cursors as the phone sent them; streams that it does not name start from the beginning
   */
  read: (streams: readonly Stream[], cursors: Readonly<Record<string, string>>) => NewsPage
}

/** News of each stream: the newest published list, then what surveys and the register brought since. */
export function createNewsReader(
  database: Database,
  stores: { readonly households: HouseholdStore; readonly surveys: SurveyStore },
): NewsReader {
  const newest = database.query<{ id: string; as_of: string }>(NEWEST_SNAPSHOT)
  const beyondRegister = `from listed_household listed
    where snapshot_id = ?1 and stream = ?2 and position > ?3
      and not exists (select 1 from register_household r where r.household_id = listed.household_id and r.to_period is null)`
  const listedPage = database.query<ListedRow>(
    `select household_id, stream, document, position ${beyondRegister} order by position limit ?4`,
  )
  const listedCount = database.query<{ count: number }>(`select count(*) as count ${beyondRegister}`)
  const left = database.query<{ household_id: string }>(
    `select household_id from listed_household old where snapshot_id = ?1 and stream = ?3
       and not exists (select 1 from listed_household new
         where new.snapshot_id = ?2 and new.household_id = old.household_id and new.stream = ?3)
       and not exists (select 1 from register_household r where r.household_id = old.household_id)
       and not exists (select 1 from survey s where s.household_id = old.household_id)`,
  )
  const feedPage = database.query<FeedRow>(
    'select seq, kind, id from feed where stream = ? and seq > ? order by seq limit ?',
  )
  const feedCount = database.query<{ count: number }>(
    'select count(*) as count from feed where stream = ? and seq > ?',
  )

  function readStream(stream: Stream, from: Cursor, budget: number, news: News[]): Cursor {
    const snapshot = newest.get()
    let cursor = from
    if (snapshot && snapshot.id !== from.snapshot) {
      const gone = from.snapshot === null ? [] : left.all(from.snapshot, snapshot.id, stream)
      for (const row of gone) {
        news.push({ kind: 'leave', stream, household: row.household_id as HouseholdId })
      }
      cursor = { ...from, snapshot: snapshot.id, position: -1 }
    }
    const listed = snapshot ? listedPage.all(snapshot.id, stream, cursor.position, budget) : []
    for (const row of listed) {
      news.push({
        kind: 'household',
        stream,
        household: listedRecord({ ...row, as_of: snapshot?.as_of ?? '' }),
      })
      cursor = { ...cursor, position: row.position }
    }
    for (const row of feedPage.all(stream, cursor.seq, budget - listed.length)) {
      const item = feedItem(stream, row)
      if (item) news.push(item)
      cursor = { ...cursor, seq: row.seq }
    }
    return cursor
  }

  function feedItem(stream: Stream, row: FeedRow): News | null {
    if (row.kind === 'survey') {
      const survey = stores.surveys.record(row.id as SurveyId)
      return survey && { kind: 'survey', stream, survey }
    }
    if (stores.households.isGone(row.id as HouseholdId)) {
      return { kind: 'leave', stream, household: row.id as HouseholdId }
    }
    const household = stores.households.known(row.id as HouseholdId)
    return household && { kind: 'household', stream, household }
  }

  function countBeyond(stream: Stream, cursor: Cursor): number {
    const snapshot = newest.get()
    const position = cursor.snapshot === snapshot?.id ? cursor.position : START.position
    const listed = snapshot ? (listedCount.get(snapshot.id, stream, position)?.count ?? 0) : 0
    return listed + (feedCount.get(stream, cursor.seq)?.count ?? 0)
  }

  return {
    read: (streams, cursors) => {
      const news: News[] = []
      const after = new Map<Stream, Cursor>()
      for (const stream of streams) {
        const delivered = news.filter(({ kind }) => kind !== 'leave').length
        const from = readCursor(cursors[stream])
        const budget = NEWS_PAGE_SIZE - delivered
        after.set(stream, budget > 0 ? readStream(stream, from, budget, news) : from)
      }
      const isFull = news.filter(({ kind }) => kind !== 'leave').length >= NEWS_PAGE_SIZE
      return {
        news,
        cursors: Object.fromEntries([...after].map(([stream, cursor]) => [stream, writeCursor(cursor)])),
        remaining: isFull
          ? [...after].reduce((sum, [stream, cursor]) => sum + countBeyond(stream, cursor), 0)
          : 0,
      }
    },
  }
}
