import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Gunzip, Gzip, strToU8 } from 'fflate'
import * as z from 'zod/mini'
import type { Database } from '../../database/database.ts'
import { householdIdSchema, surveyIdSchema } from '../../../shared/ids.ts'
import { periodIdSchema, type PeriodId } from '../../../shared/period.ts'
import { packageName, syncDirectory } from './package/write-package.ts'
import { createPeriodStore, type PackageFile, type SealFacts } from './period-store.ts'

const headSchema = z.object({
  format: z.literal('yesjitu-segel-1'),
  period: periodIdSchema,
  /** the last period that was sealed before it */
  follows: z.nullable(periodIdSchema),
  cutOff: z.object({ seq: z.int(), snapshot: z.nullable(z.string()), sealedAt: z.string() }),
  sealedBy: z.string(),
  figures: z.record(z.string(), z.int()),
  form: z.int(),
  rules: z.int(),
  package: z.object({ fileName: z.string(), bytes: z.int(), sha256: z.string() }),
  /** how many rows follow */
  rows: z.int(),
})
export type SealHead = z.infer<typeof headSchema>

const textOrNull = z.nullable(z.string())
const registerRowSchema = z.object({
  household_id: householdIdSchema,
  version: z.int(),
  from_period: periodIdSchema,
  state: z.enum(['present', 'unconfirmed', 'gone']),
  gone_reason: textOrNull,
  kelurahan: z.string(),
  rw: z.string(),
  rt: z.string(),
  stream: z.string(),
  families: z.int(),
  members: z.int(),
  problems: z.int(),
  survey_id: surveyIdSchema,
  document: z.string(),
})
export type RegisterRecord = z.infer<typeof registerRowSchema>

const changeRowSchema = z.object({
  household_id: householdIdSchema,
  kind: z.enum(['added', 'changed', 'gone']),
  reason: z.string(),
  survey_id: surveyIdSchema,
})
type ChangeRecord = z.infer<typeof changeRowSchema>

const rowSchema = z.union([z.object({ register: registerRowSchema }), z.object({ change: changeRowSchema })])
export type SealRow = z.infer<typeof rowSchema>

const PIECE_BYTES = 256 * 1024

/** Name of what stands beside a period's package for this server alone. */
export function sealRecordName(period: PeriodId): string {
  return packageName(period).replace(/\.zip$/, '.segel.gz')
}

/**
 * Writes down what a seal did to the register, beside its package: a server that was restored to before the seal
 * takes it over from there. Rule [P10] of SPEC.md.
 */
export function writeSealRecord(
  database: Database,
  directory: string,
  facts: SealFacts,
  file: PackageFile,
): void {
  const by = database.query<{ sealed_by: string | null }>('select sealed_by from period where id = ?')
  const register = database.query<RegisterRecord>(
    `select household_id, version, from_period, state, gone_reason, kelurahan, rw, rt, stream, families,
       members, problems, survey_id, document
     from register_household where from_period = ? order by household_id, version`,
  )
  const changes = database.query<ChangeRecord>(
    `select household_id, kind, reason, survey_id from register_change where period_id = ? order by household_id`,
  )
  const count = database.query<{ rows: number }>(
    `select (select count(*) from register_household where from_period = ?1)
       + (select count(*) from register_change where period_id = ?1) as rows`,
  )
  const head: SealHead = {
    format: 'yesjitu-segel-1',
    period: facts.id,
    follows: createPeriodStore(database).sealed()[0]?.id ?? null,
    cutOff: facts.cutOff,
    sealedBy: by.get(facts.id)?.sealed_by ?? '',
    figures: { ...facts.figures },
    form: facts.form,
    rules: facts.rules,
    package: file,
    rows: count.get(facts.id)?.rows ?? 0,
  }
  const target = join(directory, sealRecordName(facts.id))
  writeLines(`${target}.part`, function* () {
    yield head
    for (const row of register.iterate(facts.id)) yield { register: row }
    for (const row of changes.iterate(facts.id)) yield { change: row }
  })
  renameSync(`${target}.part`, target)
  syncDirectory(directory)
}

export type SealRecord = {
  readonly head: SealHead
  /** Reads them from the file, each time anew; throws where it is cut short. */
  readonly rows: () => Iterable<SealRow>
}

/**
 * Opens a seal's record.
 * @throws Error where it is not one that this program can read
 */
export function openSealRecord(path: string): SealRecord {
  const [first] = linesOf(path)
  const parsed = headSchema.safeParse(first)
  if (!parsed.success) throw new Error('not a record of a seal that this program can read')
  return {
    head: parsed.data,
    rows: function* () {
      let read = -1
      for (const line of linesOf(path)) {
        read += 1
        if (read > 0) yield rowSchema.parse(line)
      }
      if (read !== parsed.data.rows) throw new Error('the record is cut short')
    },
  }
}

function writeLines(path: string, lines: () => Iterable<object>): void {
  const file = openSync(path, 'w', 0o600)
  const gzip = new Gzip((chunk) => {
    for (let from = 0; from < chunk.length;) from += writeSync(file, chunk, from)
  })
  try {
    let waiting = ''
    for (const line of lines()) {
      waiting += `${JSON.stringify(line)}\n`
      if (waiting.length < PIECE_BYTES) continue
      gzip.push(strToU8(waiting))
      waiting = ''
    }
    gzip.push(strToU8(waiting), true)
    fsyncSync(file)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

function* linesOf(path: string): Iterable<unknown> {
  const decoder = new TextDecoder()
  let [whole, waiting] = [[] as string[], '']
  const gunzip = new Gunzip((chunk) => {
    const lines = (waiting + decoder.decode(chunk, { stream: true })).split('\n')
    waiting = lines.pop() ?? ''
    whole.push(...lines)
  })
  const piece = Buffer.allocUnsafe(PIECE_BYTES)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      // A copy: the decompressor keeps what it was given.
      gunzip.push(Uint8Array.from(piece.subarray(0, read)))
      for (const line of whole) yield JSON.parse(line)
      whole = []
    }
  } finally {
    closeSync(file)
  }
}
