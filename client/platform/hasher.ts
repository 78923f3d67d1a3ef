import canonicalize from 'canonicalize'
import type { Hasher } from '../ports/hasher.ts'

/** SHA-256 by Web Crypto, which exists only on secure origins. */
export function createHasher(): Hasher {
  const encoder = new TextEncoder()
  return {
    hashOf: (value) => sha256(encoder.encode(canonicalize(value))),
    hashOfBytes: sha256,
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
