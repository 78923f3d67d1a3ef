import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseWorkersKey } from '../../../shared/api/confidential.ts'

export const KEY_FILE = 'case-workers.key'

/** The pair to which phones seal what only case workers may read. */
export type CaseWorkersKeyPair = CaseWorkersKey & { readonly privateKey: KeyObject }

/**
 * The pair in the data folder, made at the first start: a PKCS #8 file that its owner alone may read, and never
 * in the database, so that a copy of the database opens nothing.
 * @throws Error where the file is there and holds no P-256 key: another one would make all stored requests unreadable
 */
export function openCaseWorkersKey(directory: string): CaseWorkersKeyPair {
  const path = join(directory, KEY_FILE)
  if (!existsSync(path)) makeKeyFile(path)
  chmodSync(path, 0o600)
  const privateKey = readPrivateKey(path)
  const publicKey = rawPublicKey(privateKey)
  const id = createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
  return { id, publicKey: publicKey.toString('base64'), privateKey }
}

/** Whole or not at all: the name appears once the key is on the disk. */
function makeKeyFile(path: string): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(`${path}.new`, pem, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}

function readPrivateKey(path: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path))
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key
  } catch {
    // Said below: what the file holds must not stand in an error.
  }
  throw new Error(`${path} holds no key of the case workers. Put it back from the backup.`)
}

/** The uncompressed point: what HPKE's P-256 calls a serialized public key. */
function rawPublicKey(privateKey: KeyObject): Buffer {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
}
