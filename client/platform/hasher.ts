import canonicalize from 'canonicalize'
import type { Hasher } from '../ports/hasher.ts'

/** SHA-256 by Web Crypto, which exists only on secure origins. */
export function createHasher(): Hasher {
  return {
    async hashOf(value) {
      const bytes = new TextEncoder().encode(canonicalize(value))
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    },
  }
}
