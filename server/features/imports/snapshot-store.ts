import type { Database, Transaction } from '../../database/database.ts'
import type { Import, Rejection, RejectionCode } from '../../../shared/api/imports.ts'
import type { FaultCode } from '../../../shared/faults.ts'
import type { SnapshotId } from '../../../shared/ids.ts'

type SnapshotRow = {
  id: string
  file_name: string
  sha256: string
  as_of: string
  state: Import['state']
  bytes: number
  bytes_read: number
  accepted: number
  rejected: number
  households: number
  reasons: string
  fault: string | null
  started_at: string
  ended_at: string | null
}

/** Rejected rows by reason. */
export type Reasons = { [code in RejectionCode]?: number }

export type Progress = {
  readonly bytesRead: number
  readonly accepted: number
  readonly rejected: number
  readonly reasons: Reasons
}

/** A rejected row with the line as it stands in the file. */
export type RejectedRow = Rejection & { readonly raw: string }

export type SnapshotStore = {
  find: (id: SnapshotId) => Import | null
  /** All imports, newest first. */
  list: () => readonly Import[]
  /** The import of the same bytes that did not fail. */
  findContent: (sha256: string) => Import | null
  /** Imports that are being read or published, or were when the server died. */
  unfinished: () => readonly SnapshotId[]
  /** The list of that date that was published last. */
  publishedOn: (asOf: string) => SnapshotId | null
  /** True where a list of that date had only rejected rows: mended, they are that whole list. */
  isAllRejectedOn: (asOf: string) => boolean
  /** @throws Error where the import is no longer in that state: somebody else ended it */
  expectState: (tx: Transaction, id: SnapshotId, state: Import['state']) => void
  begin: (
    tx: Transaction,
    id: SnapshotId,
    file: { fileName: string; sha256: string; bytes: number; asOf: string; startedBy: string },
  ) => void
  advance: (tx: Transaction, id: SnapshotId, progress: Progress) => void
  reject: (tx: Transaction, id: SnapshotId, row: RejectedRow) => void
  /** @throws Error unless it is being read */
  beginPublishing: (tx: Transaction, id: SnapshotId) => void
  countHouseholds: (tx: Transaction, id: SnapshotId, households: number) => void
  /**
   * Makes all its rows visible at once.
   * @throws Error unless it is being published: its rows may be swept already
   */
  publish: (tx: Transaction, id: SnapshotId) => void
  /** @throws Error where it has ended already */
  fail: (tx: Transaction, id: SnapshotId, fault: FaultCode) => void
  /** Rejected rows after a line of the file, in its order. */
  rejections: (id: SnapshotId, afterLine: number, limit: number) => readonly RejectedRow[]
}

/** Imported lists and their rejected rows. */
export function createSnapshotStore(database: Database): SnapshotStore {
  const columns = `id, file_name, sha256, as_of, state, bytes, bytes_read, accepted, rejected, households, reasons,
    fault, started_at, ended_at`
  const byId = database.query<SnapshotRow>(`select ${columns} from snapshot where id = ?`)
  const all = database.query<SnapshotRow>(`select ${columns} from snapshot order by started_at desc, id desc`)
  const byContent = database.query<SnapshotRow>(
    `select ${columns} from snapshot where sha256 = ? and state <> 'failed'`,
  )
  const unfinished = database.query<{ id: SnapshotId }>(
    `select id from snapshot where state in ('reading', 'publishing')`,
  )
  const published = database.query<{ id: SnapshotId }>(
    `select id from snapshot where as_of = ? and published_seq is not null order by published_seq desc limit 1`,
  )
  const allRejected = database.query(
    `select 1 from snapshot where as_of = ? and state = 'failed' and fault = 'nothing-accepted'`,
  )
  const insert = database.command(
    `insert into snapshot (id, format, file_name, sha256, as_of, state, bytes, started_by, started_at)
     values (?, 'dtks-dump-17', ?, ?, ?, 'reading', ?, ?, ?)`,
  )
  const advance = database.command(
    'update snapshot set bytes_read = ?2, accepted = ?3, rejected = ?4, reasons = ?5 where id = ?1',
  )
  const insertRejection = database.command(
    'insert into import_rejection (snapshot_id, line, code, reason, raw) values (?, ?, ?, ?, ?)',
  )
  const beginPublishing = database.command(
    `update snapshot set state = 'publishing' where id = ? and state = 'reading'`,
  )
  const countHouseholds = database.command('update snapshot set households = ?2 where id = ?1')
  const publish = database.command(
    `update snapshot set state = 'published', ended_at = ?2,
       published_seq = (select ifnull(max(published_seq), 0) + 1 from snapshot)
     where id = ?1 and state = 'publishing'`,
  )
  const fail = database.command(
    `update snapshot set state = 'failed', households = 0, accepted = 0, fault = ?2, ended_at = ?3
     where id = ?1 and state in ('reading', 'publishing')`,
  )
  const forgetCounts = database.command(`update snapshot set rejected = 0, reasons = '{}' where id = ?`)
  const rejections = database.query<{ line: number; code: RejectionCode; reason: string; raw: string }>(
    `select line, code, reason, raw from import_rejection where snapshot_id = ? and line > ?
     order by line limit ?`,
  )
  return {
    find: (id) => importOf(byId.get(id)),
    list: () => all.all().flatMap((row) => importOf(row) ?? []),
    findContent: (sha256) => importOf(byContent.get(sha256)),
    unfinished: () => unfinished.all().map(({ id }) => id),
    publishedOn: (asOf) => published.get(asOf)?.id ?? null,
    isAllRejectedOn: (asOf) => allRejected.get(asOf) !== undefined,
    expectState: (_tx, id, state) => {
      const found = byId.get(id)?.state
      if (found !== state) throw new Error(`the import is ${found}, not ${state}: it was ended elsewhere`)
    },
    begin: (tx, id, { fileName, sha256, bytes, asOf, startedBy }) => {
      insert(tx, id, fileName, sha256, asOf, bytes, startedBy, tx.at.toISOString())
    },
    advance: (tx, id, { bytesRead, accepted, rejected, reasons }) => {
      advance(tx, id, bytesRead, accepted, rejected, JSON.stringify(reasons))
    },
    reject: (tx, id, { line, code, reason, raw }) => {
      insertRejection(tx, id, line, code, JSON.stringify(reason), raw)
    },
    beginPublishing: (tx, id) => {
      mustChange(beginPublishing(tx, id))
    },
    countHouseholds: (tx, id, households) => {
      countHouseholds(tx, id, households)
    },
    publish: (tx, id) => {
      mustChange(publish(tx, id, tx.at.toISOString()))
    },
    fail: (tx, id, fault) => {
      mustChange(fail(tx, id, fault, tx.at.toISOString()))
      if (!keepsRejections(fault)) forgetCounts(tx, id)
    },
    rejections: (id, afterLine, limit) =>
      rejections.all(id, afterLine, limit).map((row) => ({
        ...row,
        reason: JSON.parse(row.reason) as Rejection['reason'],
      })),
  }
}

function mustChange({ changes }: { readonly changes: number }): void {
  if (changes !== 1)
    throw new Error('the import is no longer in the state to go on from: it was ended elsewhere')
}

/** True where a failed import's rejected rows stay, so that they can be downloaded and mended. */
function keepsRejections(fault: FaultCode): boolean {
  return fault === 'nothing-accepted'
}

function importOf(row: SnapshotRow | undefined): Import | null {
  if (!row) return null
  const reasons = Object.entries(JSON.parse(row.reasons) as Reasons)
  return {
    id: row.id as SnapshotId,
    format: 'dtks-dump-17',
    fileName: row.file_name,
    sha256: row.sha256,
    asOf: row.as_of,
    state: row.state,
    bytes: row.bytes,
    bytesRead: row.bytes_read,
    accepted: row.accepted,
    rejected: row.rejected,
    households: row.households,
    reasons: reasons
      .map(([code, count]) => ({ code: code as RejectionCode, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    fault: row.fault as FaultCode | null,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}
