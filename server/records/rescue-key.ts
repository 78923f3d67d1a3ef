import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { sealKeyPairOf, type SealKeyPair } from '../platform/seal-key.ts'

/**
 * The pair to which phones seal their rescue files: made at the first start and kept with the data, since phones keep
 * to the key that they know. A restored backup opens what was sealed before it, and a copy tells no more by it: what a
 * rescue file holds is what the database would hold.
 * @throws Error where the stored key cannot be read
 */
export function openRescueKey(database: Database): SealKeyPair {
  const find = database.query<{ value: string }>(`select value from setting where key = 'rescue-key'`)
  const insert = database.command(
    `insert into setting (key, value) values ('rescue-key', ?) on conflict (key) do nothing`,
  )
  const stored = find.get()?.value ?? database.write((tx) => (insert(tx, newKey()), find.get()?.value ?? ''))
  return sealKeyPairOf(createPrivateKey({ key: Buffer.from(stored, 'base64'), format: 'der', type: 'pkcs8' }))
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}
