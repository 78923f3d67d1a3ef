import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { ConfidentialMessage } from '../../../shared/api/confidential.ts'
import { readVisitRequest, SEAL_INFO, type VisitRequest } from '../../../shared/confidential/visit-request.ts'
import { importSealKey, type SealKeyPair } from '../../platform/seal-key.ts'

const ENCAPSULATED_BYTES = 65

export type MessageOpener = {
  /** What was sealed; null where it is damaged, was sealed to another key, or is no request. */
  open: (message: ConfidentialMessage) => Promise<VisitRequest | null>
}

/** Opens what phones sealed by HPKE (RFC 9180): the id of the message is bound to it. */
export function createMessageOpener(key: SealKeyPair): MessageOpener {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const bytes = (text: string) => new TextEncoder().encode(text)
  const pair = importSealKey(key)
  return {
    open: async ({ id, keyId, sealed }) => {
      if (keyId !== key.id) return null
      const whole = Buffer.from(sealed, 'base64')
      const enc = whole.subarray(0, ENCAPSULATED_BYTES)
      try {
        const recipient = { recipientKey: await pair, enc, info: bytes(SEAL_INFO) }
        const plain = await suite.open(recipient, whole.subarray(ENCAPSULATED_BYTES), bytes(id))
        return readVisitRequest(new TextDecoder().decode(plain))
      } catch {
        return null
      }
    },
  }
}
