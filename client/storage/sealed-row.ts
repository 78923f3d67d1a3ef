import type { Sealer } from '../ports/sealer.ts'
import type { Found, Mark, RowKeys } from '../ports/records.ts'

/** A row as it stands on the disk: open columns for order and lists, all else sealed. */
export type SealedRow = RowKeys & {
  readonly id: string
  /** of the body, bytes */
  readonly size: number
  readonly body: Uint8Array
}

/** Seals a record for its place. Must be done before the transaction: a foreign await would end it. */
export async function sealRow(
  sealer: Sealer,
  table: string,
  record: { readonly id: string; readonly keys: RowKeys; readonly body: object },
): Promise<SealedRow> {
  const body = await sealer.seal(table, record.id, record.body)
  return { id: record.id, ...record.keys, size: body.byteLength, body }
}

/** Opens rows, null for one that cannot be; what they hold is trusted to be what this app sealed at their places. */
export async function openSealedRows<Body>(
  sealer: Sealer,
  table: string,
  rows: readonly SealedRow[],
): Promise<readonly (Found<Body> | null)[]> {
  const opened = await sealer.openAll(
    table,
    rows.map(({ id, body }) => ({ id, sealed: body })),
  )
  return rows.map((row, index) => {
    const { body: _body, size: _size, ...keys } = row
    const one = opened[index]
    return one ? { ...keys, body: one.plain as Body, mark: markOf(row) } : null
  })
}

export function markOf({ state, at, body }: SealedRow): Mark {
  return { state, at, body }
}

/** True where a row is still what a write was based on. */
export function isUnchanged(row: SealedRow | undefined, over: Mark | null): boolean {
  if (!row || !over) return !row && !over
  if (row.state !== over.state || row.at !== over.at || row.size !== over.body.length) return false
  return row.body.every((byte, index) => byte === over.body[index])
}
