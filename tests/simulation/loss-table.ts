import type { TollLine } from './toll.ts'

const HEADS = ['Fault', 'Times injected', 'Records at risk', 'Records lost']

/** What each fault cost, as a table of Markdown in the form that the formatter gives it. */
export function lossTable(lines: readonly TollLine[]): string {
  const rows = lines.map(({ fault, times, atRisk, lost }) => [
    fault,
    String(times),
    String(atRisk),
    String(lost),
  ])
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(HEADS), rule, ...rows.map(line)].join('\n')
}
