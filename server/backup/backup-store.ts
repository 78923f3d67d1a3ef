import type { Database, Transaction } from '../database/database.ts'
import type { Copy } from './copy-folder.ts'
import type { DeviceReach } from './contents.ts'

export type BackupStore = {
  /** Notes a verified copy of what this history holds; the newest note says what is backed up. */
  note: (tx: Transaction, copy: Copy, epoch: string) => void
  /** Notes that a device's changes up to a number are in it; never fewer than before. */
  cover: (tx: Transaction, reach: DeviceReach) => void
  /** Notes that a picture is in it. */
  coverAttachment: (tx: Transaction, sha256: string) => void
  /** When the last verified copy was made, ISO 8601; null for never. */
  lastAt: () => string | null
}

/** What of this database is in verified copies on other storage. */
export function createBackupStore(database: Database): BackupStore {
  const insert = database.command(
    'insert into backup (at, epoch, name, change_seq, bytes, sha256) values (?, ?, ?, ?, ?, ?)',
  )
  const cover = database.command('update device set backed_up_seq = ?2 where id = ?1 and backed_up_seq < ?2')
  const coverAttachment = database.command(
    'update attachment set backed_up_at = ?2 where sha256 = ?1 and backed_up_at is null',
  )
  const last = database.query<{ at: string }>('select at from backup order by id desc limit 1')
  return {
    note: (tx, { name, manifest: { at, contents, database: file } }, epoch) => {
      insert(tx, at, epoch, name, contents.changeSeq, file.bytes, file.sha256)
    },
    cover: (tx, { device, seq }) => {
      cover(tx, device, seq)
    },
    coverAttachment: (tx, sha256) => {
      coverAttachment(tx, sha256, tx.at.toISOString())
    },
    lastAt: () => last.get()?.at ?? null,
  }
}
