import type { DeviceId } from '../ids.ts'
import type { ChangeResult } from './protocol.ts'

/**
 * What the server signs for the results of one request: what became of each change, and to whom that is said. One text
 * for both sides and for every version of them, in an order of its own: what a result came to carry later, as to whom
 * work was handed over, is not in it, since an older phone could not check it then.
 */
export function receiptText(device: DeviceId, results: readonly ChangeResult[]): string {
  return JSON.stringify([
    'yesjitu-receipts-1',
    device,
    ...results.map(({ outcome, survey, version, conflicts, refused, fault, receipt }) => [
      receipt.change,
      receipt.hash,
      receipt.epoch,
      receipt.at,
      outcome,
      survey,
      version,
      conflicts,
      refused,
      fault,
    ]),
  ])
}
