import { afterEach, expect, test, vi } from 'vitest'
import { fault } from '../../shared/faults.ts'
import type { Session } from '../../shared/api/session.ts'
import { createSigner } from '../sync/testing/signer.ts'
import { createSignatures } from './signatures.ts'

afterEach(() => vi.restoreAllMocks())

const away = { session: () => Promise.resolve(fault('unreachable')) }

/** A browser from before Chrome 137. */
function withoutEd25519() {
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Ed25519', 'NotSupportedError'))
}

test.each([
  ['Web Crypto', () => undefined],
  ['the library of older browsers', withoutEd25519],
])('[S13] %s tells the server’s signature from all others', async (_name, prepare) => {
  const [server, other] = [await createSigner(), await createSigner()]
  prepare()
  const signatures = createSignatures({ receiptKey: server.publicKey }, away)
  const text = 'diterima: Ibu Aminah 🏠'
  expect(await signatures.isSigned(text, await server.sign(text))).toBe(true)
  expect(await signatures.isSigned(`${text} `, await server.sign(text))).toBe(false)
  expect(await signatures.isSigned(text, await other.sign(text))).toBe(false)
  expect(await signatures.isSigned(text, '')).toBe(false)
  expect(await signatures.isSigned(text, 'no base64 %')).toBe(false)
  expect(await createSignatures({ receiptKey: '' }, away).isSigned(text, await server.sign(text))).toBe(false)
})

test('a sign-in from before receipts had a key takes the first that the server names', async () => {
  const server = await createSigner()
  const early = {} as Pick<Session, 'receiptKey'>
  const signature = await server.sign('x')
  expect(await createSignatures(early, away).isSigned('x', signature)).toEqual(fault('unreachable'))
  const session = () => Promise.resolve({ receiptKey: server.publicKey } as Session)
  expect(await createSignatures(early, { session }).isSigned('x', signature)).toBe(true)
})
