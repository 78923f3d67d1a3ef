import { hashOf } from './hash.ts'
import type { Database, Transaction } from '../database/database.ts'

export type AuditEntry = {
  /** null for what the server does by itself */
  readonly account: string | null
  readonly device: string | null
  /** `area.verb`, e.g. `review.approve` */
  readonly action: string
  /** id of what it was done to */
  readonly subject?: string
  readonly area?: string
  /** ids, codes and counts; never personal data */
  readonly detail?: Readonly<Record<string, string | number | null>>
}

export type Audit = {
  /** Writes one entry in the transaction of the act itself: neither is there without the other. */
  append: (tx: Transaction, entry: AuditEntry) => void
  /** Number of the first entry whose chain is broken, null where the log is whole. */
  firstBroken: () => number | null
}

type AuditRow = {
  seq: number
  at: string
  account_id: string | null
  device_id: string | null
  action: string
  subject: string | null
  area: string | null
  detail: string
  previous_hash: string
  hash: string
}

const FIRST_HASH = '0'.repeat(64)

/** The append-only log: each entry's hash covers the one before, so that none can be changed or left out unseen. */
export function createAudit(database: Database): Audit {
  const last = database.query<{ seq: number; hash: string }>(
    'select seq, hash from audit order by seq desc limit 1',
  )
  const all = database.query<AuditRow>('select * from audit order by seq')
  const insert = database.command(
    `insert into audit (seq, at, account_id, device_id, action, subject, area, detail, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    append: (tx, entry) => {
      const previous = last.get()
      const row = {
        seq: (previous?.seq ?? 0) + 1,
        at: tx.at.toISOString(),
        account_id: entry.account,
        device_id: entry.device,
        action: entry.action,
        subject: entry.subject ?? null,
        area: entry.area ?? null,
        detail: JSON.stringify(entry.detail ?? {}),
        previous_hash: previous?.hash ?? FIRST_HASH,
      }
      insert(tx, ...Object.values(row), hashOf(row))
    },
    firstBroken: () => {
      let previousHash = FIRST_HASH
      let expected = 1
      for (const { hash, ...row } of all.iterate()) {
        if (row.seq !== expected || row.previous_hash !== previousHash || hashOf(row) !== hash) return row.seq
        previousHash = hash
        expected += 1
      }
      return null
    },
  }
}
