import { stringify } from 'csv-stringify/sync'
import type { Cell } from './columns.ts'
import type { PackageSource } from './package-source.ts'

/** One file of the package: its header and its rows, made one by one. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: (source: PackageSource) => Iterable<readonly Cell[]>
}

/** Rows that are written in one go: setting the writer up costs as much as some hundred of them. */
const ROWS_AT_ONCE = 500

/**
 * A table as CSV in pieces. Rules [K4] and [K5] of SPEC.md.
 * @param onRow called for each row, without the header
 */
export function* csvOf(table: Table, source: PackageSource, onRow: () => void): Iterable<string> {
  let waiting: (readonly Cell[])[] = [table.columns]
  for (const row of table.rows(source)) {
    onRow()
    waiting.push(row)
    if (waiting.length < ROWS_AT_ONCE) continue
    yield csv(waiting)
    waiting = []
  }
  yield csv(waiting)
}

function csv(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], { record_delimiter: '\r\n', escape_formulas: true })
}
