import { webcrypto } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { ConfidentialMessage } from '../../../shared/api/confidential.ts'
import { readVisitRequest, SEAL_INFO, type VisitRequest } from '../../../shared/confidential/visit-request.ts'
import type { CaseWorkersKeyPair } from './case-workers-key.ts'

const ENCAPSULATED_BYTES = 65
const P256 = { name: 'ECDH', namedCurve: 'P-256' }

export type MessageOpener = {
  /** What was sealed; null where it is damaged, was sealed to another key, or is no request. */
  open: (message: ConfidentialMessage) => Promise<VisitRequest | null>
}

/** Opens what phones sealed by HPKE (RFC 9180): the id of the message is bound to it. */
export function createMessageOpener(key: CaseWorkersKeyPair): MessageOpener {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const bytes = (text: string) => new TextEncoder().encode(text)
  const pair = importPair(key)
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

async function importPair({ privateKey, publicKey }: CaseWorkersKeyPair) {
  const { subtle } = webcrypto
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    privateKey: await subtle.importKey('pkcs8', secret, P256, false, ['deriveBits']),
    publicKey: await subtle.importKey('raw', Buffer.from(publicKey, 'base64'), P256, true, []),
  }
}
