import type { SnapshotId } from '../../../shared/ids.ts'
import { ADDED_COLUMNS, COLUMNS, lineOf } from './layout.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import { guessRow, splitRow } from './split-row.ts'

const PAGE = 500
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The rejected rows as a file to mend and import again: line in the first file and reason in front, then the
 * values as they were, in quotes. Values are kept exactly, also those that begin with `=` or `+`: an escape
 * against formulas would come back as part of a name, and text in quotes between `|` is no formula until
 * somebody imports it into a spreadsheet as one.
 */
export function* rejectedFile(snapshots: SnapshotStore, id: SnapshotId): Generator<string> {
  yield BYTE_ORDER_MARK + lineOf([...ADDED_COLUMNS, ...COLUMNS]) + '\r\n'
  let after = 0
  for (;;) {
    const rows = snapshots.rejections(id, after, PAGE)
    if (rows.length === 0) return
    yield rows
      .map(
        ({ line, reason, raw }) =>
          lineOf([`${line}`, reason.id, ...(splitRow(raw) ?? guessRow(raw))]) + '\r\n',
      )
      .join('')
    after = rows.at(-1)?.line ?? after
  }
}
