import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  webcrypto,
  type KeyObject,
} from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** A pair to which phones seal by HPKE (RFC 9180, P-256). */
export type SealKeyPair = {
  /** the first 32 hex digits of SHA-256 over the raw public key */
  readonly id: string
  /** uncompressed point, base64 */
  readonly publicKey: string
  readonly privateKey: KeyObject
}

/**
 * The pair in a file, made at the first start: PKCS #8, for its owner alone to read, and never in the database, so that
 * a copy of the database opens nothing.
 * @param whose for the error: "the case workers"
 * @throws Error where the file is there and holds no P-256 key: another one would make all that was sealed unreadable
 */
export function openSealKey(path: string, whose: string): SealKeyPair {
  if (!existsSync(path)) makeKeyFile(path)
  chmodSync(path, 0o600)
  return sealKeyPairOf(readPrivateKey(path, whose))
}

/** @param privateKey of P-256 */
export function sealKeyPairOf(privateKey: KeyObject): SealKeyPair {
  const publicKey = rawPublicKey(privateKey)
  const id = createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
  return { id, publicKey: publicKey.toString('base64'), privateKey }
}

/** The pair as Web Crypto, and so HPKE, takes it. */
export async function importSealKey({
  privateKey,
  publicKey,
}: SealKeyPair): Promise<webcrypto.CryptoKeyPair> {
  const { subtle } = webcrypto
  const p256 = { name: 'ECDH', namedCurve: 'P-256' }
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    privateKey: await subtle.importKey('pkcs8', secret, p256, false, ['deriveBits']),
    publicKey: await subtle.importKey('raw', Buffer.from(publicKey, 'base64'), p256, true, []),
  }
}

/** Whole or not at all: the name appears once the key is on the disk. */
function makeKeyFile(path: string): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(`${path}.new`, pem, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}

function readPrivateKey(path: string, whose: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path))
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key
  } catch {
    // Said below: what the file holds must not stand in an error.
  }
  throw new Error(`${path} holds no key of ${whose}. Put it back from the backup.`)
}

/** The uncompressed point: what HPKE's P-256 calls a serialized public key. */
function rawPublicKey(privateKey: KeyObject): Buffer {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
}
