import { isFault } from '../../shared/faults.ts'
import type { Session } from '../../shared/api/session.ts'
import type { Api } from '../ports/api.ts'
import type { Signatures } from '../ports/receipts.ts'

/** Knows the server by the key that it gave at the sign-in. */
export function createSignatures(
  session: Pick<Session, 'receiptKey'>,
  api: Pick<Api, 'session'>,
): Signatures {
  // A sign-in from before there were keys did not bring one: then the first that the server names is taken.
  let known: string | undefined = session.receiptKey
  return {
    async isSigned(text, signature) {
      if (known === undefined) {
        const fresh = await api.session()
        if (isFault(fresh)) return fresh
        known = fresh.receiptKey
      }
      return isEd25519(known, signature, text).catch(() => false)
    },
  }
}

/** By Web Crypto, which has Ed25519 from Chrome 137 on; by a library before. Rejects what is no key or signature. */
async function isEd25519(key: string, signature: string, text: string): Promise<boolean> {
  const [keyBytes, signatureBytes] = [bytesOf(key), bytesOf(signature)]
  const textBytes = new TextEncoder().encode(text)
  try {
    const imported = await crypto.subtle.importKey('raw', keyBytes, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', imported, signatureBytes, textBytes)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotSupportedError')) throw error
    const { verifyAsync } = await import('@noble/ed25519')
    return verifyAsync(signatureBytes, textBytes, keyBytes, { zip215: false })
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
