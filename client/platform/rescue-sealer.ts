import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { RescueKey } from '../../shared/api/rescue.ts'
import { RESCUE_INFO, RESCUE_MAGIC } from '../../shared/sync/rescue-file.ts'
import type { RescueSealer } from '../ports/rescue.ts'

/** HPKE (RFC 9180) on P-256, as for confidential visits: one context a file, one nonce a frame. */
export function createRescueSealer(): RescueSealer {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  return {
    async begin({ id, publicKey }: RescueKey) {
      const raw = Uint8Array.from(atob(publicKey), (character) => character.charCodeAt(0))
      const recipientPublicKey = await suite.kem.importKey('raw', raw.buffer, true)
      const context = await suite.createSenderContext({
        recipientPublicKey,
        info: new TextEncoder().encode(RESCUE_INFO),
      })
      const keyId = Uint8Array.from(id.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
      return {
        start: new Blob([RESCUE_MAGIC, keyId, context.enc]),
        async frame(kind, content) {
          const plain = new Uint8Array(content.length + 1)
          plain[0] = kind
          plain.set(content, 1)
          const sealed = await context.seal(plain)
          const length = new DataView(new ArrayBuffer(4))
          length.setUint32(0, sealed.byteLength)
          return new Blob([length.buffer, sealed])
        },
      }
    },
  }
}
