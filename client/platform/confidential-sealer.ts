import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { SEAL_INFO, writeVisitRequest } from '../../shared/confidential/visit-request.ts'
import type { ConfidentialId } from '../../shared/ids.ts'
import type { ConfidentialSealer } from '../ports/confidential.ts'

/** HPKE (RFC 9180) on P-256: Web Crypto knows X25519 only from Chrome 133. */
export function createConfidentialSealer(): ConfidentialSealer {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const bytes = (text: string) => new TextEncoder().encode(text)
  return {
    async seal(key, request) {
      // Random, unlike other ids: one in time order would say in the clear when it was asked, and so at whose door.
      const id = crypto.randomUUID() as ConfidentialId
      const recipientPublicKey = await suite.kem.importKey('raw', fromBase64(key.publicKey).buffer, true)
      const { enc, ct } = await suite.seal(
        { recipientPublicKey, info: bytes(SEAL_INFO) },
        bytes(writeVisitRequest(request)),
        bytes(id),
      )
      return { id, keyId: key.id, sealed: toBase64(new Uint8Array(enc), new Uint8Array(ct)) }
    },
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

function toBase64(...pieces: readonly Uint8Array[]): string {
  return btoa(pieces.map((piece) => String.fromCharCode(...piece)).join(''))
}
