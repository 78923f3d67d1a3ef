import type { Database, Transaction } from '../database/database.ts'
import { newId } from '../platform/ids.ts'

/** Random id of this server's history; made once, rotated by a restore. */
export function readEpoch(database: Database): string {
  const find = database.query<{ value: string }>(`select value from setting where key = 'epoch'`)
  const insert = database.command(
    `insert into setting (key, value) values ('epoch', ?) on conflict (key) do nothing`,
  )
  return database.write((tx) => {
    insert(tx, newId())
    return find.get()?.value ?? ''
  })
}

/** Begins another history: what was counted in the one before no longer holds. */
export function rotateEpoch(tx: Transaction, database: Database): string {
  const epoch = newId<string>()
  database.command(`insert into setting (key, value) values ('epoch', ?)
    on conflict (key) do update set value = excluded.value`)(tx, epoch)
  return epoch
}
