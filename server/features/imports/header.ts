import { readLayout, type Layout } from './layout.ts'
import { readLines, type Line } from './line-reader.ts'
import { splitRow } from './split-row.ts'

/** The layout that a first line names, null where it is none that we read. */
export function layoutOfHeader(line: Line): Layout | null {
  const names = line.isCut ? null : splitRow(line.text)
  return names && readLayout(names)
}

/** The layout of a file by its first line with anything in it; null for anything that is not a list of ours. */
export async function layoutOfFile(path: string): Promise<Layout | null> {
  for await (const { lines } of readLines(path)) {
    const [header] = lines
    if (header) return layoutOfHeader(header)
  }
  return null
}
