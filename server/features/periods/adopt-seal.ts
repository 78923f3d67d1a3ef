import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Transaction } from '../../database/database.ts'
import { createAudit } from '../../platform/audit.ts'
import { hashFile } from '../../platform/hash-file.ts'
import { createFeed } from '../../records/feed.ts'
import { createHouseholdStore } from '../../records/household-store.ts'
import { createSurveyStore } from '../../records/survey-store.ts'
import { streamOf, type Stream } from '../../../shared/population/area.ts'
import type { PeriodId } from '../../../shared/period.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { createKnownIds } from './known-ids.ts'
import { createPeriodStore } from './period-store.ts'
import { previousPeriod } from './previous-period.ts'
import {
  openSealRecord,
  type RegisterRecord,
  type SealHead,
  type SealRecord,
  type SealRow,
} from './seal-record.ts'

export type Adoption = {
  readonly adopted: readonly PeriodId[]
  /** in words, why a seal was not taken over; its period can then not be sealed here either */
  readonly refused: readonly string[]
}

/**
 * Takes over the seals whose packages lie in a directory and that a restored database does not know: register,
 * period and figures are as they were sealed. Rule [P10] of SPEC.md.
 */
export function adoptSeals(database: Database, directory: string): Adoption {
  const periods = createPeriodStore(database)
  const adopted: PeriodId[] = []
  const refused: string[] = []
  for (const name of recordNames(directory)) {
    try {
      const record = openSealRecord(join(directory, name))
      if (periods.find(record.head.period)?.sealed) continue
      adoptSeal(database, directory, record)
      adopted.push(record.head.period)
    } catch (error) {
      refused.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { adopted, refused }
}

function recordNames(directory: string): readonly string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => name.endsWith('.segel.gz'))
    .sort()
}

function adoptSeal(database: Database, directory: string, { head, rows }: SealRecord): void {
  const packagePath = join(directory, head.package.fileName)
  if (!existsSync(packagePath) || hashFile(packagePath) !== head.package.sha256)
    throw new Error('its package is not the one that was sealed')
  const audit = createAudit(database)
  const putRegister = createRegisterWriter(database, head.period)
  const putPeriod = createPeriodWriter(database)
  database.write((tx) => {
    putPeriod(tx, head)
    for (const row of rows()) putRegister(tx, row)
    audit.append(tx, {
      account: null,
      device: null,
      action: 'period.adopt',
      subject: head.period,
      detail: { sha256: head.package.sha256, rows: head.rows },
    })
  })
}

/** The copy may have been made in the middle of that seal: what it had done by then is taken back. */
function createPeriodWriter(database: Database) {
  const periods = createPeriodStore(database)
  const untell = database.command('delete from register_change where period_id = ?')
  const unfold = database.command('delete from register_household where from_period = ?')
  const reopen = database.command('update register_household set to_period = null where to_period = ?')
  const insert = database.command(
    `insert into period (id, state, cut_off_seq, snapshot_id, sealed_at, sealed_by, figures, package_name,
       package_bytes, package_sha256)
     values (?, 'sealed', ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set state = excluded.state, cut_off_seq = excluded.cut_off_seq,
       snapshot_id = excluded.snapshot_id, sealed_at = excluded.sealed_at, sealed_by = excluded.sealed_by,
       figures = excluded.figures, package_name = excluded.package_name, package_bytes = excluded.package_bytes,
       package_sha256 = excluded.package_sha256`,
  )
  return (tx: Transaction, head: SealHead): void => {
    const { period, cutOff, figures, form, rules } = head
    const before = periods.sealed()[0]?.id ?? null
    if (before !== head.follows)
      throw new Error(
        `it follows ${head.follows ?? 'no seal'}, but the last seal here is ${before ?? 'none'}`,
      )
    untell(tx, period)
    unfold(tx, period)
    reopen(tx, previousPeriod(period))
    insert(
      tx,
      period,
      cutOff.seq,
      cutOff.snapshot,
      cutOff.sealedAt,
      head.sealedBy,
      JSON.stringify({ ...figures, form, rules }),
      head.package.fileName,
      head.package.bytes,
      head.package.sha256,
    )
  }
}

/** Writes rows as the seal wrote them, with all that followed from each. */
function createRegisterWriter(database: Database, period: PeriodId) {
  const feed = createFeed(database)
  const surveys = createSurveyStore(database, feed)
  const households = createHouseholdStore(database)
  const knownIds = createKnownIds(database)
  const end = database.command(
    'update register_household set to_period = ? where household_id = ? and to_period is null',
  )
  const insert = database.command(
    `insert into register_household (household_id, version, from_period, to_period, state, gone_reason, kelurahan, rw,
       rt, stream, families, members, problems, survey_id, document)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const tell = database.command(
    'insert into register_change (period_id, household_id, kind, reason, survey_id) values (?, ?, ?, ?, ?)',
  )

  function fold(tx: Transaction, row: RegisterRecord): void {
    const known = households.known(row.household_id)
    const before = known?.registerVersion ?? 0
    if (row.version !== before + 1)
      throw new Error(
        `version ${row.version} of a household follows on ${before}: an earlier seal is missing`,
      )
    const survey = surveys.find(row.survey_id)
    const earlier = survey?.area ?? known?.area
    end(tx, previousPeriod(period), row.household_id)
    insert(tx, ...columnsOf(row))
    if (row.state === 'present')
      knownIds.keep(tx, row.household_id, JSON.parse(row.document) as SurveyDocument)
    // One that the copy lacks goes to the next survey when its phone brings it: rule [S9] of sync.
    if (survey && survey.status !== 'folded')
      surveys.save(tx, { ...survey, status: 'folded', version: survey.version + 1 })
    if (earlier && streamOf(earlier) !== row.stream) feed.leave(tx, streamOf(earlier), row.household_id)
    feed.announce(tx, row.stream as Stream, 'household', row.household_id)
  }

  return (tx: Transaction, row: SealRow): void => {
    if ('register' in row) return fold(tx, row.register)
    const { household_id: household, kind, reason, survey_id: survey } = row.change
    tell(tx, period, household, kind, reason, survey)
  }
}

/** A household's newest row holds until the next one ends it. */
function columnsOf(row: RegisterRecord) {
  return [
    row.household_id,
    row.version,
    row.from_period,
    null,
    row.state,
    row.gone_reason,
    row.kelurahan,
    row.rw,
    row.rt,
    row.stream,
    row.families,
    row.members,
    row.problems,
    row.survey_id,
    row.document,
  ] as const
}
