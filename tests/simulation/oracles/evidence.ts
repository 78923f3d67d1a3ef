import type { DeviceBodies } from '../../../client/fieldwork/bodies.ts'
import type { SurveyView } from '../../../client/ports/field-work.ts'
import type { Found } from '../../../client/ports/records.ts'
import type { SyncState } from '../../../client/ports/sync.ts'
import type { Database, Query } from '../../../server/database/database.ts'
import type { FaultCode } from '../../../shared/faults.ts'
import type { DeviceId, HouseholdId, SurveyId } from '../../../shared/ids.ts'
import type { SurveyStatus } from '../../../shared/review/status.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import type { Change } from '../../../shared/sync/change.ts'
import type { ChangeResult } from '../../../shared/sync/protocol.ts'
import type { Owed, OwedSubmission } from '../world/ledger.ts'
import type { Given, History } from '../world/office.ts'
import type { Phone } from '../world/phone.ts'
import type { Answered } from '../world/staff.ts'
import type { World } from '../world/world.ts'

export type KeptSurvey = {
  readonly id: SurveyId
  readonly household: HouseholdId
  readonly stream: string
  readonly status: SurveyStatus
  readonly version: number
  readonly document: SurveyDocument
}

export type KeptConflict = {
  readonly survey: SurveyId
  readonly group: string
  readonly device: string
  readonly answers: Readonly<Record<string, { readonly offered: unknown }>>
}

export type KeptOverlap = {
  readonly survey: SurveyId
  readonly change: string
  readonly account: string
  readonly other: string
  readonly base: number
  readonly version: number
  readonly paths: readonly string[]
  readonly otherPaths: readonly string[]
  readonly isSeen: boolean
}

/** One row of the change log: a phone's change, or a command given at the office (`deviceSeq` null). */
export type Logged = {
  readonly seq: number
  readonly id: string
  readonly device: DeviceId
  readonly account: string
  readonly deviceSeq: number | null
  readonly survey: SurveyId
  readonly receivedAt: string
  readonly hash: string
  readonly result: ChangeResult
  readonly body: unknown
}

export type Held = {
  readonly id: string | null
  readonly device: DeviceId
  readonly hash: string
  readonly fault: FaultCode
  /** what somebody made of it; null while it waits */
  readonly act: 'release' | 'hand' | 'aside' | null
  /** user name of who decided */
  readonly by: string | null
  readonly body: Change
}

/** It has its effect, in its author's name. */
export function isReleased({ act }: Held): boolean {
  return act === 'release' || act === 'hand'
}

/** One row of the log of households that are the same. */
export type Said = {
  readonly id: string
  readonly act: 'join' | 'undo'
  readonly subject: HouseholdId
  readonly sameAs: HouseholdId
  /** user name */
  readonly by: string
}

/** What stands on the office's disk. */
export type OfficeEvidence = {
  readonly epoch: string
  readonly surveys: readonly KeptSurvey[]
  readonly conflicts: readonly KeptConflict[]
  readonly overlaps: readonly KeptOverlap[]
  readonly log: readonly Logged[]
  readonly quarantine: readonly Held[]
  /** words on households that are the same, in their order */
  readonly said: readonly Said[]
  /** ids of households that the audit log has such a word on, in its order */
  readonly audited: readonly string[]
  /** the newest list: household by stream */
  readonly listed: readonly { readonly household: HouseholdId; readonly stream: string }[]
  /** the register's newest rows */
  readonly register: readonly {
    readonly household: HouseholdId
    readonly stream: string
    readonly state: string
  }[]
  /** streams that each account holds by its assignments, by user name */
  readonly streams: ReadonlyMap<string, ReadonlySet<string>>
  /** those that it holds or ever held */
  readonly everHeld: ReadonlyMap<string, ReadonlySet<string>>
  /** RW and kelurahan where each supervisor works, by user name; of the city admin the empty text */
  readonly supervised: ReadonlyMap<string, ReadonlySet<string>>
}

type Rows = { readonly [Table in keyof DeviceBodies]: readonly Found<DeviceBodies[Table]>[] }

/** What stands on a phone's disk, and what its page shows. */
export type PhoneEvidence = {
  readonly name: string
  readonly device: DeviceId
  readonly owner: string
  readonly rows: Rows
  /** null where the page in hand does not show the house */
  readonly view: (household: HouseholdId) => SurveyView | null
  /** of the page in hand; null where none is open */
  readonly state: SyncState | null
}

/** All that an oracle may look at. */
export type Evidence = {
  readonly office: OfficeEvidence
  readonly phones: readonly PhoneEvidence[]
  readonly owed: readonly Owed[]
  readonly submissions: readonly OwedSubmission[]
  /** what supervisors said of two households, and what was answered */
  readonly words: readonly Answered[]
  /** what was said to be saved and then not shown */
  readonly unseen: readonly string[]
  /** what every reply that left the office said of changes */
  readonly given: readonly Given[]
  /** what was said to be backed up, and was not in the backup that was put back */
  readonly brokenWords: readonly string[]
  /** by which phones know the server */
  readonly receiptKey: string
  /** what was acknowledged under epochs that a restore has ended */
  readonly past: ReadonlyMap<string, History>
  /** rounds until nothing was left to do; null where it did not end, and while nobody waited for it */
  readonly quietAfter: number | null
}

export function collectEvidence(world: World, quietAfter: number | null = null): Evidence {
  return {
    office: lookIntoOffice(world.office.server.database),
    phones: world.phones.map(lookIntoPhone),
    owed: world.ledger.owed,
    submissions: world.ledger.submissions,
    words: world.staff.words,
    unseen: Object.values(world.people).flatMap(({ unseen }) => unseen),
    given: world.office.given,
    brokenWords: world.office.brokenWords,
    receiptKey: world.receiptKey,
    past: world.office.past,
    quietAfter,
  }
}

const ASSIGNED = `select username, kelurahan || '/' || rw as stream from assignment
  join account on account.id = account_id where rw is not null`

const SUPERVISED = `select username, kelurahan || ifnull('/' || rw, '') as stream from assignment
  join account on account.id = account_id where role = 'supervisor'
  union all select username, '' from account where role = 'city-admin'`

function lookIntoOffice(database: Database): OfficeEvidence {
  const all = <Row>(sql: string) => prepared(database, sql).all() as Row[]
  const parsed = <Row extends object, Name extends keyof Row>(rows: readonly Row[], ...names: Name[]) =>
    rows.map((row) => ({
      ...row,
      ...Object.fromEntries(names.map((name) => [name, JSON.parse(row[name] as string) as unknown])),
    }))
  return {
    epoch: all<{ value: string }>(`select value from setting where key = 'epoch'`)[0]?.value ?? '',
    surveys: parsed(
      all<{ document: string }>(
        'select id, household_id as household, stream, status, version, document from survey',
      ),
      'document',
    ) as unknown as KeptSurvey[],
    conflicts: parsed(
      all<{ answers: string }>(
        'select survey_id as survey, answer_group as "group", device_id as device, answers from conflict',
      ),
      'answers',
    ) as unknown as KeptConflict[],
    overlaps: parsed(
      all<{ paths: string; otherPaths: string; isSeen: number }>(
        `select survey_id as survey, change_id as change, account_id as account, other_account_id as other, base,
           version, paths, other_paths as otherPaths, seen_seq is not null as isSeen from overlap`,
      ),
      'paths',
      'otherPaths',
    ).map((row) => ({ ...row, isSeen: row.isSeen === 1 })) as unknown as KeptOverlap[],
    log: parsed(
      all<{ result: string; body: string }>(
        `select seq, id, device_id as device, account_id as account, device_seq as deviceSeq, survey_id as survey, received_at as receivedAt,
           hash, result, body from change order by seq`,
      ),
      'result',
      'body',
    ) as unknown as Logged[],
    quarantine: parsed(
      all<{ body: string }>(
        `select change_id as id, device_id as device, hash, fault, act, username as by, body from quarantine
         left join account on account.id = acted_by`,
      ),
      'body',
    ) as unknown as Held[],
    said: all(
      `select alias.id, act, subject_id as subject, same_as_id as sameAs, username as by from alias
       join account on account.id = account_id order by seq`,
    ),
    audited: all<{ subject: string }>(
      `select subject from audit where action in ('alias.join', 'alias.undo') order by seq`,
    ).map(({ subject }) => subject),
    listed: all<{ household: HouseholdId; stream: string }>(
      `select household_id as household, stream from listed_household where snapshot_id =
         (select id from snapshot where published_seq is not null order by as_of desc, published_seq desc limit 1)`,
    ),
    register: all(
      'select household_id as household, stream, state from register_household where to_period is null',
    ),
    streams: streamsOf(all(`${ASSIGNED} and to_scope is null`)),
    everHeld: streamsOf(all(ASSIGNED)),
    supervised: streamsOf(all(SUPERVISED)),
  }
}

// The office is looked into after each step, and to prepare a statement takes longer than to run it.
const statements = new WeakMap<Database, Map<string, Query<unknown>>>()

function prepared(database: Database, sql: string): Query<unknown> {
  const known = statements.get(database) ?? new Map<string, Query<unknown>>()
  statements.set(database, known)
  const query = known.get(sql) ?? database.query<unknown>(sql)
  known.set(sql, query)
  return query
}

function streamsOf(rows: readonly { readonly username: string; readonly stream: string }[]) {
  const held = new Map<string, Set<string>>()
  for (const { username, stream } of rows) held.set(username, (held.get(username) ?? new Set()).add(stream))
  return held
}

function lookIntoPhone({ name, device, owner, disk, pages: [page] }: Phone): PhoneEvidence {
  return {
    name,
    device,
    owner,
    rows: {
      households: disk.rows('households'),
      surveys: disk.rows('surveys'),
      openChanges: disk.rows('openChanges'),
      outbox: disk.rows('outbox'),
      sequence: disk.rows('sequence'),
      progress: disk.rows('progress'),
      place: disk.rows('place'),
    },
    view: (household) => page?.view(household) ?? null,
    state: page?.engine.state.value ?? null,
  }
}
