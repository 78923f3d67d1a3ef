import type { Reader } from '../database/database.ts'
import * as z from 'zod/mini'
import { deviceIdSchema, type DeviceId } from '../../shared/ids.ts'

export const contentsSchema = z.object({
  /** id of the history */
  epoch: z.string(),
  /** rows of each table */
  rows: z.record(z.string(), z.int()),
  /** last number of the change log, 0 for none */
  changeSeq: z.int(),
  /** last entry of the audit log and its hash, which covers all before it */
  auditSeq: z.int(),
  auditHash: z.string(),
})

/** What a database holds, as far as two of them can be told apart by it. */
export type Contents = z.infer<typeof contentsSchema>

/** Reads through all tables: seconds for a whole city. */
export function contentsOf(reader: Reader): Contents {
  const tables = reader
    .query<{ name: string }>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .all()
  const rows = tables.map(({ name }) => [
    name,
    reader.query<{ count: number }>(`select count(*) as count from "${name}"`).get()?.count ?? 0,
  ])
  const epoch = reader.query<{ value: string }>(`select value from setting where key = 'epoch'`).get()?.value
  const change = reader.query<{ seq: number | null }>('select max(seq) as seq from change').get()
  const audit = reader
    .query<{ seq: number; hash: string }>('select seq, hash from audit order by seq desc limit 1')
    .get()
  return {
    epoch: epoch ?? '',
    rows: Object.fromEntries(rows) as Contents['rows'],
    changeSeq: change?.seq ?? 0,
    auditSeq: audit?.seq ?? 0,
    auditHash: audit?.hash ?? '',
  }
}

/** Pictures of a database of which no verified copy is known yet. */
export type UncopiedAttachment = { readonly sha256: string; readonly bytes: number }

export function uncopiedAttachmentsOf(reader: Reader): readonly UncopiedAttachment[] {
  return reader
    .query<UncopiedAttachment>('select sha256, bytes from attachment where backed_up_at is null')
    .all()
}

/** Up to which of its numbers a database holds the changes of a device. */
export type DeviceReach = { readonly device: DeviceId; readonly seq: number }

export function devicesOf(reader: Reader): readonly DeviceReach[] {
  return reader
    .query<{ id: string; next_seq: number }>('select id, next_seq from device')
    .all()
    .map(({ id, next_seq }) => ({ device: deviceIdSchema.parse(id), seq: next_seq - 1 }))
}
