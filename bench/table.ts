import type { Figure } from './figure.ts'

const HEADINGS = ['suite', 'figure', 'median', 'p95', 'n', 'unit', 'asked']

const rounded = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 4 })

function cellsOf({ suite, name, value, p95, n, unit, reach, of, ok }: Figure): string[] {
  const asked =
    reach === undefined ? '' : `${of ? `${of} ` : ''}${rounded(reach)} ${ok === true ? 'reached' : 'MISSED'}`
  return [suite, name, rounded(value), rounded(p95), String(n), unit, asked]
}

/** The figures as lines of columns for people: numbers to the right, rounded to four digits. */
export function toTable(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isNumber = (column: number) => column >= 2 && column <= 4
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
