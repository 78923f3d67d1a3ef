import type { Held, HeldList } from '../../../shared/api/quarantine.ts'
import type { FaultCode } from '../../../shared/faults.ts'
import type { AccountId, SurveyId } from '../../../shared/ids.ts'
import { streamSchema } from '../../../shared/population/area.ts'
import { EMPTY_DOCUMENT, nameOf } from '../../../shared/survey/document.ts'
import type { Database } from '../../database/database.ts'
import type { Actor } from '../../platform/actor.ts'
import type { HouseholdStore } from '../../records/household-store.ts'
import type { SurveyStore } from '../../records/survey-store.ts'
import { hiddenThings } from './held-steps.ts'
import { heldSummary, type HeldSummary } from './held-summary.ts'
import { readReceived, type ReceivedChange } from './received-change.ts'

const PAGE_SIZE = 50

type Row = {
  id: number
  survey_id: string | null
  device_id: string
  enumerator: string
  device: string
  stream: string | null
  received_at: string
  fault: string
  joined: number
  body: string
}

export type QuarantineReader = {
  /** A page of what is held in the actor's areas, oldest first. */
  read: (actor: Pick<Actor, 'role' | 'areas'>, after: number) => HeldList
  one: (id: number) => Held | null
  /** Enumerators who hold a place now, by name. */
  holdersOf: (place: { kelurahan: string; rw: string }) => { account: AccountId; name: string }[]
}

/** Held changes as people see them: the oldest of a survey by a phone stands for those that joined it. */
export function createQuarantineReader(
  database: Database,
  { surveys, households }: { readonly surveys: SurveyStore; readonly households: HouseholdStore },
): QuarantineReader {
  const others = `from quarantine other where other.survey_id = q.survey_id and other.device_id = q.device_id
       and other.released_at is null`
  const shown = `select q.id, q.survey_id, q.device_id, a.name as enumerator, d.name as device, q.stream, q.received_at, q.fault,
       (select count(*) ${others} and other.id > q.id) as joined, q.body
     from quarantine q join account a on a.id = q.account_id join device d on d.id = q.device_id`
  const page = database.query<Row>(
    `${shown} where q.released_at is null and q.id > ?1 and not exists (select 1 ${others} and other.id < q.id)
       and (?2 is null or exists (select 1 from json_each(?2) area
         where area.value ->> 'kelurahan' = substr(q.stream, 1, 13)
           and (area.value ->> 'rw' is null or area.value ->> 'rw' = substr(q.stream, 15))))
     order by q.id limit ${PAGE_SIZE + 1}`,
  )
  const ofSurvey = database.query<{ body: string }>(
    'select body from quarantine where survey_id = ? and device_id = ?',
  )
  const bodyOf = (held: { readonly body: string }) => JSON.parse(held.body) as unknown
  const byId = database.query<Row>(`${shown} where q.id = ?`)
  const holders = database.query<{ id: string; name: string }>(
    `select distinct a.id, a.name from assignment s join account a on a.id = s.account_id
     where s.to_scope is null and a.role = 'enumerator' and s.kelurahan = ? and (s.rw is null or s.rw = ?)
     order by a.name, a.id`,
  )

  function heldOf(row: Row): Held {
    const body: unknown = JSON.parse(row.body)
    const received = readReceived(body)
    const all = row.survey_id === null ? [body] : ofSurvey.all(row.survey_id, row.device_id).map(bodyOf)
    const summary = heldSummary(body, received, hiddenThings(all))
    return {
      ...summary,
      ...placeOf(received, summary),
      id: row.id,
      survey: row.survey_id as SurveyId | null,
      enumerator: row.enumerator,
      device: row.device,
      stream: streamSchema.safeParse(row.stream).data ?? null,
      at: row.received_at,
      fault: row.fault as FaultCode,
      joined: row.joined,
    }
  }

  /** As the survey, what is known, or the change itself has it, which alone knows a household added on the way. */
  function placeOf({ about }: ReceivedChange, own: HeldSummary): Pick<Held, 'name' | 'address' | 'rt'> {
    const survey = about ? surveys.find(about.survey) : null
    const known = about ? households.known(about.household) : null
    const name = nameOf(survey?.document ?? EMPTY_DOCUMENT, known?.known)
    const address = survey?.document.location.address ?? known?.known.location.address
    return {
      name: name || own.name,
      address: address ?? own.address,
      rt: survey?.area.rt ?? known?.area.rt ?? own.rt,
    }
  }

  return {
    read: (actor, after) => {
      const areas = actor.role === 'city-admin' ? null : JSON.stringify(actor.areas)
      const rows = page.all(after, areas)
      const held = rows.slice(0, PAGE_SIZE).map(heldOf)
      return { held, next: rows.length > PAGE_SIZE ? (held.at(-1)?.id ?? null) : null }
    },
    one: (id) => {
      const row = byId.get(id)
      return row ? heldOf(row) : null
    },
    holdersOf: ({ kelurahan, rw }) =>
      holders.all(kelurahan, rw).map(({ id, name }) => ({ account: id as AccountId, name })),
  }
}
