import { cellsOf, COLUMNS, lineOf, type Layout } from './layout.ts'
import { layoutOfHeader } from './header.ts'
import type { ImportReport } from './import-report.ts'
import { MAX_LINE_BYTES, readLines, type Line } from './line-reader.ts'
import { WORDS, type RowFault } from './rejection-words.ts'
import { readRow } from './row-rules.ts'
import { splitRow } from './split-row.ts'
import type { Staging } from './staging.ts'

/**
 * Reads a list's rows one by one: each is staged or rejected, none is lost and none costs another.
 * @param asOf `YYYY-MM-DD`, the list's date
 * @throws Error where the first line is no header of ours, which was looked at before
 */
export async function stageRows(
  path: string,
  asOf: string,
  staging: Staging,
  report: ImportReport,
): Promise<void> {
  let layout: Layout | null = null
  let read = 0
  for await (const { lines, bytesRead } of readLines(path)) {
    for (const line of lines) {
      if (layout) stageRow(line, layout)
      else layout = layoutOfHeader(line)
      if (!layout) throw new Error('the file changed after it was received')
    }
    read = bytesRead
    await report.write(read, false)
  }
  await report.write(read, true)

  function stageRow(line: Line, rowLayout: Layout): void {
    const fault = faultOfRow(line, rowLayout)
    if (fault) report.reject(line.number, ownPart(line.text, rowLayout), fault)
    else report.accept()
  }

  function faultOfRow(line: Line, { width, ...rest }: Layout): RowFault | null {
    if (line.isCut) return WORDS.lineTooLong(MAX_LINE_BYTES)
    const values = splitRow(line.text)
    if (!values) return WORDS.brokenQuotes()
    if (values.length !== width) return WORDS.wrongColumns(values.length, width)
    const person = readRow(cellsOf(values, { width, ...rest }), asOf)
    if ('code' in person) return person
    const double = staging.add(person, line.number)
    return double && WORDS.doubleNik(person.nik ?? '', double.firstLine)
  }
}

/** A rejected row without the columns that we added ourselves, so that it can be written down with new ones. */
function ownPart(text: string, layout: Layout): string {
  if (!layout.isMended) return text
  const values = splitRow(text)
  if (values) return lineOf(values.slice(layout.width - COLUMNS.length))
  return text.replace(/^("[^"]*"|[^|]*)\|("(?:[^"]|"")*"|[^|]*)\|/, '')
}
