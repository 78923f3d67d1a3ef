import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Database } from '../database/database.ts'

export type ReceiptKey = {
  /** raw Ed25519 key, base64url: phones remember it from their sign-in and refuse another one */
  readonly publicKey: string
  /** Ed25519 signature over the text's UTF-8, base64url */
  readonly sign: (text: string) => string
}

/**
 * The key under which this server gives receipts: made at the first start, kept with the data, so that a restored
 * backup goes on signing as the server that the phones know.
 * @throws Error where the stored key cannot be read: a new one would be refused by every phone
 */
export function openReceiptKey(database: Database): ReceiptKey {
  const find = database.query<{ value: string }>(`select value from setting where key = 'receipt-key'`)
  const insert = database.command(
    `insert into setting (key, value) values ('receipt-key', ?) on conflict (key) do nothing`,
  )
  const stored = find.get()?.value ?? database.write((tx) => (insert(tx, newKey()), find.get()?.value ?? ''))
  const privateKey = createPrivateKey({ key: Buffer.from(stored, 'base64'), format: 'der', type: 'pkcs8' })
  return {
    publicKey: createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}
