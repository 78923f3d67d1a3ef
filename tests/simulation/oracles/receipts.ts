import { createPublicKey, verify } from 'node:crypto'
import { hashOf } from '../../../server/platform/hash.ts'
import type { ChangeResult } from '../../../shared/sync/protocol.ts'
import { receiptText } from '../../../shared/sync/receipt.ts'
import { historyKey, type Given } from '../world/office.ts'
import type { Evidence } from './evidence.ts'

/**
 * Receipts are true: each names a change that the log or the quarantine of its epoch holds with that hash, and the
 * hash is that of the change; a phone calls nothing received without one.
 */
export function receipts({
  office,
  phones,
  given,
  brokenWords,
  receiptKey,
  past,
}: Evidence): readonly string[] {
  const kept = [...office.log, ...office.quarantine]
  const history = new Set(kept.flatMap(({ id, hash }) => (id === null ? [] : [historyKey(id, hash)])))
  const isTrue = ({ receipt: { change, hash, epoch } }: ChangeResult) =>
    (epoch === office.epoch ? history : past.get(epoch))?.has(historyKey(change, hash)) ?? false
  return [
    ...brokenWords,
    ...given
      .flatMap(({ results }) => results)
      .filter((result) => !isTrue(result))
      .map(({ receipt }) => `no such change: ${receipt.change}`),
    ...given.filter((one) => !isSigned(one, receiptKey)).map(({ device }) => `not signed for ${device}`),
    ...kept
      .filter(({ body, hash }) => hashOf(body) !== hash)
      .map(({ id }) => `${id} is kept under another hash than its own`),
    ...phones.flatMap(({ name, rows }) =>
      rows.outbox
        .filter(({ state, body }) => state !== 'waiting' && !isOwnReceipt(body))
        .map(({ id, state }) => `${name} calls ${id} ${state} without its receipt`),
    ),
  ]
}

type Entry = Evidence['phones'][number]['rows']['outbox'][number]['body']

function isOwnReceipt({ change, result }: Entry): boolean {
  return result?.receipt.change === change.id && result.receipt.hash === hashOf(change)
}

function isSigned({ device, results, signature }: Given, x: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(
    null,
    Buffer.from(receiptText(device, results)),
    key,
    Buffer.from(signature ?? '', 'base64url'),
  )
}
