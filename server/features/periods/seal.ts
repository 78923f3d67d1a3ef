import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../database/database.ts'
import { createAudit } from '../../platform/audit.ts'
import type { PeriodId } from '../../../shared/period.ts'
import { RULE_VERSION } from '../../../shared/register/household.ts'
import { FORM_VERSION } from '../../../shared/survey/form-version.ts'
import { createSurveyFolder, type SurveyFolder } from './fold-survey.ts'
import { packageName, writePackage } from './package/write-package.ts'
import { createPeriodStore, type CutOff } from './period-store.ts'
import { createRegisterStore } from './register-store.ts'
import { writeSealRecord } from './seal-record.ts'

export type SealJob = {
  readonly period: PeriodId
  readonly account: string
  readonly device: string
  /** time of the seal, ISO 8601; the first one counts where it is resumed */
  readonly at: string
  /** directory of the packages */
  readonly directory: string
}

/** What is done and durable; a seal that ends after any of them is resumed from there. */
export type SealStep =
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'folded'; readonly surveys: number }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'packaged' }
  | { readonly kind: 'sealed' }

// Others write meanwhile: a transaction ends after so much time, and the lock stays free as long again.
const MAX_TRANSACTION_MS = 5

/**
 * Seals a period, or goes on where an earlier attempt ended; a sealed one stays as it is. It sleeps between its
 * transactions, so it belongs into a thread with its own connection. Rules [P1] to [P8] of SPEC.md.
 * @param options.onStep called after each step that is durable
 * @throws Error where another period is the open one, or where this one was sealed before a restore. Rule [P10].
 */
export async function sealPeriod(
  database: Database,
  job: SealJob,
  options: { readonly onStep?: (step: SealStep) => void; readonly maxTransactionMs?: number } = {},
): Promise<void> {
  const { onStep = () => undefined, maxTransactionMs = MAX_TRANSACTION_MS } = options
  const periods = createPeriodStore(database)
  const audit = createAudit(database)
  const by = { account: job.account, device: job.device, subject: job.period }
  if (periods.find(job.period)?.sealed) return

  const cutOff = database.write((tx) => {
    const open = periods.open(new Date(job.at))
    if (open.id !== job.period) throw new Error(`the open period is ${open.id}, not ${job.period}`)
    if (open.cutOff) return open.cutOff
    // One was sealed that this database has forgotten: it was restored to before it.
    if (existsSync(join(job.directory, packageName(job.period))))
      throw new Error(`a package of ${job.period} is there already: the period was sealed once`)
    const fixed = periods.fix(tx, job.period, job.account, job.at)
    audit.append(tx, {
      ...by,
      action: 'period.cut-off',
      detail: { seq: fixed.seq, snapshot: fixed.snapshot },
    })
    return fixed
  })
  onStep({ kind: 'cut-off' })
  const folder = createSurveyFolder(database)
  for (let surveys = 0; folder.next(cutOff) !== null;) {
    const began = performance.now()
    surveys += foldSome(database, folder, job.period, cutOff, began + maxTransactionMs)
    onStep({ kind: 'folded', surveys })
    await wait(performance.now() - began)
  }

  const result = {
    figures: createRegisterStore(database).figures(job.period),
    form: FORM_VERSION,
    rules: RULE_VERSION,
  }
  const file = writePackage(
    database,
    job.directory,
    { id: job.period, cutOff, ...result },
    { onFile: (name) => onStep({ kind: 'file', name }) },
  )
  writeSealRecord(database, job.directory, { id: job.period, cutOff, ...result }, file)
  onStep({ kind: 'packaged' })
  database.write((tx) => {
    periods.markSealed(tx, job.period, result, file)
    const { surveys } = result.figures
    audit.append(tx, { ...by, action: 'period.seal', detail: { surveys, sha256: file.sha256 } })
  })
  onStep({ kind: 'sealed' })
}

/** Folds surveys in one transaction until it is time to let others write; gives how many. */
function foldSome(
  database: Database,
  folder: SurveyFolder,
  period: PeriodId,
  cutOff: CutOff,
  untilMs: number,
): number {
  return database.write((tx) => {
    let folded = 0
    do {
      const survey = folder.next(cutOff)
      if (survey === null || !folder.fold(tx, period, cutOff, survey)) break
      folded += 1
    } while (performance.now() < untilMs)
    return folded
  })
}
