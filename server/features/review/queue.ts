import type { Database } from '../../database/database.ts'
import type { Area, KelurahanCode } from '../../../shared/population/area.ts'
import type { AssignedArea } from '../../../shared/api/session.ts'
import type { ReviewQueue, ReviewRow } from '../../../shared/api/reviews.ts'
import type { SurveyId } from '../../../shared/ids.ts'
import { SURVEY_STATUSES, type SurveyStatus } from '../../../shared/review/status.ts'

const PAGE_SIZE = 100

type QueueRow = {
  id: string
  name: string
  enumerator: string
  kelurahan: string
  rw: string
  rt: string
  status: string
  version: number
  conflicts: number
  problems: number
  photos_missing: number
  late: number
  updated_at: string
}

export type QueueReader = {
  /**
   * A page of the surveys in the areas, oldest change first.
   * @param after `next` of the page before; null for the first
   */
  read: (
    areas: readonly AssignedArea[],
    statuses: readonly SurveyStatus[],
    after: string | null,
  ) => ReviewQueue
}

// Areas come as JSON so that one prepared statement serves any number of them.
const IN_AREAS = `exists (select 1 from json_each(?1) area
  where area.value ->> 'kelurahan' = s.kelurahan and (area.value ->> 'rw' is null or area.value ->> 'rw' = s.rw))`

/** The supervisor's queue. Drafts are counted, never listed. */
export function createQueueReader(database: Database): QueueReader {
  const page = database.query<QueueRow>(
    `select s.id, s.name, a.name as enumerator, s.kelurahan, s.rw, s.rt, s.status, s.version, s.conflicts,
       s.problems, s.late, s.updated_at,
       (select count(*) from attachment_reference shown where shown.survey_id = s.id
         and not exists (select 1 from attachment where attachment.sha256 = shown.sha256)) as photos_missing
     from survey s join account a on a.id = s.author_id
     where ${IN_AREAS} and s.status in (select value from json_each(?2))
       and (s.updated_at, s.id) > (?3, ?4)
     order by s.updated_at, s.id limit ${PAGE_SIZE + 1}`,
  )
  const counts = database.query<{ status: string; count: number }>(
    `select s.status, count(*) as count from survey s where ${IN_AREAS} group by s.status`,
  )
  const quarantined = database.query<{ count: number }>(
    `select count(*) as count from quarantine q where released_at is null and stream is not null
       and exists (select 1 from json_each(?1) area where area.value ->> 'kelurahan' = substr(q.stream, 1, 13)
         and (area.value ->> 'rw' is null or area.value ->> 'rw' = substr(q.stream, 15)))`,
  )
  return {
    read: (areas, statuses, after) => {
      const held = JSON.stringify(areas)
      const [updatedAt = '', id = ''] = (after ?? '').split('|')
      const rows = page.all(
        held,
        JSON.stringify(statuses.filter((status) => status !== 'draft')),
        updatedAt,
        id,
      )
      const shown = rows.slice(0, PAGE_SIZE)
      const last = shown.at(-1)
      return {
        rows: shown.map(rowOf),
        counts: {
          ...Object.fromEntries(SURVEY_STATUSES.map((status) => [status, 0])),
          ...Object.fromEntries(counts.all(held).map(({ status, count }) => [status, count])),
        },
        quarantined: quarantined.get(held)?.count ?? 0,
        next: rows.length > PAGE_SIZE && last ? `${last.updated_at}|${last.id}` : null,
      }
    },
  }
}

function rowOf(row: QueueRow): ReviewRow {
  const area: Area = { kelurahan: row.kelurahan as KelurahanCode, rw: row.rw, rt: row.rt }
  return {
    survey: row.id as SurveyId,
    name: row.name,
    enumerator: row.enumerator,
    area,
    status: row.status as SurveyStatus,
    version: row.version,
    conflicts: row.conflicts,
    problems: row.problems,
    photosMissing: row.photos_missing,
    late: row.late === 1,
    updatedAt: row.updated_at,
  }
}
