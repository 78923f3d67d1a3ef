import { CsvError, parse } from 'csv-parse/sync'

/**
 * The values of one physical line, `|` between them, `"` around them and doubled inside. A row is one line: that
 * is why a stray quote never reaches its neighbours.
 * @returns null where its quotes do not match
 */
export function splitRow(line: string): string[] | null {
  // Nearly every line of a million is one of these two, in which csv-parse would find the same 20 times slower.
  if (!line.includes('"')) return line.split('|')
  if (line.startsWith('"') && line.endsWith('"') && line.length > 1) {
    const values = line.slice(1, -1).split('"|"')
    if (!values.some((value) => value.includes('"'))) return values
  }
  try {
    return parse(line, { delimiter: '|', record_delimiter: '\n', relax_column_count: true })[0] ?? ['']
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** The best guess at a broken line's values, to write them down readably: cut at each `|`, outer quotes off. */
export function guessRow(line: string): string[] {
  return line.split('|').map((value) => value.replace(/^"/, '').replace(/"$/, ''))
}
