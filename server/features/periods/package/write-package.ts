import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../../database/database.ts'
import { hashFile } from '../../../platform/hash-file.ts'
import type { PeriodId } from '../../../../shared/period.ts'
import type { PackageFile, SealFacts } from '../period-store.ts'
import { CHANGES_TABLE } from './changes-table.ts'
import { CITY } from './columns.ts'
import { familiesTable } from './families-table.ts'
import { manifestOf, type TableFile } from './manifest.ts'
import { membersTable } from './members-table.ts'
import { createPackageSource } from './package-source.ts'
import { problemsTable } from './problems-table.ts'
import { csvOf, type Table } from './table.ts'
import { createZipFile, type ZipFile } from './zip-file.ts'

/** The tables as the questionnaire of the seal asked for them: an earlier period keeps its columns. */
function tablesOf(form: number): readonly Table[] {
  return [familiesTable(form), membersTable(form), problemsTable(form), CHANGES_TABLE]
}

/** Name of a period's package, the same whenever it is written. */
export function packageName(period: PeriodId): string {
  return `yesjitu-bulanan-1_${CITY.code}_${period}.zip`
}

/**
 * Writes a period's package from the register: aside first, so that a file of that name is always whole.
 * Rules [K1] and [K2] of SPEC.md.
 * @param options.sha256 what an earlier writing gave; where it is left out, the file that is there says so. Another
 *   result is not put in place
 * @param options.onFile called after each file of the archive
 * @throws Error where the result is not the one expected
 */
export function writePackage(
  database: Database,
  directory: string,
  facts: SealFacts,
  options: { readonly sha256?: string; readonly onFile?: (name: string) => void } = {},
): PackageFile {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const fileName = packageName(facts.id)
  const target = join(directory, fileName)
  const aside = `${target}.part`
  const zip = createZipFile(aside, facts.id)
  try {
    const { bytes, sha256 } = fill(zip, database, facts, options.onFile)
    const before = options.sha256 ?? (existsSync(target) ? hashFile(target) : sha256)
    if (before !== sha256)
      throw new Error(`package of ${facts.id} is not what it was: ${sha256} instead of ${before}`)
    renameSync(aside, target)
    syncDirectory(directory)
    return { fileName, bytes, sha256 }
  } finally {
    zip.close()
    rmSync(aside, { force: true })
  }
}

function fill(zip: ZipFile, database: Database, facts: SealFacts, onFile?: (name: string) => void) {
  const source = createPackageSource(database, facts.id, facts.cutOff.snapshot)
  const files = tablesOf(facts.form).map((table): TableFile => {
    let rows = 0
    const written = zip.add(
      table.name,
      csvOf(table, source, () => (rows += 1)),
    )
    onFile?.(table.name)
    return { name: table.name, rows, ...written, columns: table.columns }
  })
  zip.add('manifest.json', [manifestOf(facts, source, files)])
  return zip.end()
}

/** Without it a power cut can forget the name of a file that is itself on the disk. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
