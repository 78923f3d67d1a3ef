import { fault, isFault } from '../../shared/faults.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { receiptText } from '../../shared/sync/receipt.ts'
import type { Receipts, Signatures } from '../ports/receipts.ts'

/**
 * Judges what a reply says of a device's changes; whatever is no receipt leaves its change waiting. A receipt from
 * before a restore counts: the server gives the first result again for what it still knows. Rules [S8] and [S13].
 */
export function createReceipts(device: DeviceId, signatures: Signatures): Receipts {
  return {
    async judge(sent, { results, released, signature }) {
      const text = receiptText(device, [...results, ...released])
      const isSigned = await signatures.isSigned(text, signature ?? '')
      if (isFault(isSigned)) return isSigned
      // Nothing of such a reply can be believed.
      if (!isSigned) return fault('forged-receipt')
      const hashById = new Map(sent.map(({ change, hash }) => [change.id, hash]))
      return new Map(
        results
          .filter(({ receipt }) => hashById.get(receipt.change) === receipt.hash)
          .map((result) => [result.receipt.change, result]),
      )
    },
  }
}
