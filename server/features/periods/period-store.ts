import type { Database, Transaction } from '../../database/database.ts'
import { NEWEST_SNAPSHOT } from '../../records/household-store.ts'
import type { PeriodFigures } from '../../../shared/api/periods.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import { nextPeriod, periodOf, type PeriodId } from '../../../shared/period.ts'

/** What a seal fixes before it folds anything; none of it moves when it is resumed. */
export type CutOff = {
  /** last `change.seq` that counts */
  readonly seq: number
  readonly snapshot: SnapshotId | null
  readonly sealedAt: string
}

/** What a seal ends with; with the register's rows all that a package is made of. */
export type SealResult = {
  readonly figures: PeriodFigures
  /** version of the questionnaire at the seal */
  readonly form: number
  /** version of the fold's rules at the seal */
  readonly rules: number
}

/** All that a package is made of beside the register's rows. */
export type SealFacts = { readonly id: PeriodId; readonly cutOff: CutOff } & SealResult

export type PackageFile = { readonly fileName: string; readonly bytes: number; readonly sha256: string }

export type StoredPeriod = {
  readonly id: PeriodId
  /** null until its seal has begun */
  readonly cutOff: CutOff | null
  readonly sealedBy: string | null
  /** null until it is sealed */
  readonly sealed: (SealResult & { readonly package: PackageFile }) | null
}

type PeriodRow = {
  id: PeriodId
  state: 'open' | 'sealed'
  cut_off_seq: number | null
  snapshot_id: SnapshotId | null
  sealed_at: string | null
  sealed_by: string | null
  figures: string | null
  package_name: string | null
  package_bytes: number | null
  package_sha256: string | null
}

export type PeriodStore = {
  find: (id: PeriodId) => StoredPeriod | null
  /** Sealed ones, newest first. */
  sealed: () => readonly StoredPeriod[]
  /** The one that a seal would seal; it may have no row yet. Rule [P1] of SPEC.md. */
  open: (now: Date) => StoredPeriod
  /** Fixes the cut-off now, unless it was fixed before. */
  fix: (tx: Transaction, id: PeriodId, account: string, at: string) => CutOff
  markSealed: (tx: Transaction, id: PeriodId, result: SealResult, file: PackageFile) => void
}

const COLUMNS = `period.id, state, cut_off_seq, snapshot_id, sealed_at, ifnull(account.name, sealed_by) as sealed_by,
  figures, package_name, package_bytes, package_sha256`

/** Periods and what their seals fixed. */
export function createPeriodStore(database: Database): PeriodStore {
  const from = `select ${COLUMNS} from period left join account on account.id = sealed_by`
  const byId = database.query<PeriodRow>(`${from} where period.id = ?`)
  const sealed = database.query<PeriodRow>(`${from} where state = 'sealed' order by period.id desc`)
  const begun = database.query<PeriodRow>(`${from} where state = 'open'`)
  const fix = database.command(
    `insert into period (id, state, cut_off_seq, snapshot_id, sealed_at, sealed_by)
     values (?, 'open', (select ifnull(max(seq), 0) from change), (select id from (${NEWEST_SNAPSHOT})), ?, ?)
     on conflict (id) do nothing`,
  )
  const markSealed = database.command(
    `update period set state = 'sealed', figures = ?, package_name = ?, package_bytes = ?, package_sha256 = ?
     where id = ?`,
  )
  const find: PeriodStore['find'] = (id) => {
    const row = byId.get(id)
    return row ? periodOfRow(row) : null
  }
  return {
    find,
    sealed: () => sealed.all().map(periodOfRow),
    open: (now) => {
      const row = begun.get()
      if (row) return periodOfRow(row)
      const last = sealed.get()?.id
      const id = last ? nextPeriod(last) : periodOf(now)
      return { id, cutOff: null, sealedBy: null, sealed: null }
    },
    fix: (tx, id, account, at) => {
      fix(tx, id, at, account)
      const cutOff = find(id)?.cutOff
      if (!cutOff) throw new Error(`period ${id} has no cut-off after it was fixed`)
      return cutOff
    },
    markSealed: (tx, id, result, file) => {
      const { figures, ...versions } = result
      markSealed(tx, JSON.stringify({ ...figures, ...versions }), file.fileName, file.bytes, file.sha256, id)
    },
  }
}

function periodOfRow(row: PeriodRow): StoredPeriod {
  const { cut_off_seq: seq, sealed_at: sealedAt } = row
  return {
    id: row.id,
    cutOff: seq === null || sealedAt === null ? null : { seq, snapshot: row.snapshot_id, sealedAt },
    sealedBy: row.sealed_by,
    sealed: row.state === 'sealed' ? sealOfRow(row) : null,
  }
}

function sealOfRow(row: PeriodRow): StoredPeriod['sealed'] {
  const { form, rules, ...figures } = JSON.parse(row.figures ?? '{}') as PeriodFigures & {
    form: number
    rules: number
  }
  const { package_name: fileName, package_bytes: bytes, package_sha256: sha256 } = row
  return {
    figures,
    form,
    rules,
    package: { fileName: fileName ?? '', bytes: bytes ?? 0, sha256: sha256 ?? '' },
  }
}
