import type { DeviceId } from '../ids.ts'
import type { ChangeResult } from './protocol.ts'

/**
 * What the server signs for the results of one request: all that they say, and to whom. One text for both sides, in
 * an order of its own, so that a result that later carries more is still signed the same way.
 */
export function receiptText(device: DeviceId, results: readonly ChangeResult[]): string {
  return JSON.stringify([
    'yesjitu-receipts-1',
    device,
    ...results.map(({ outcome, survey, version, conflicts, refused, fault, handedTo, receipt }) => [
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
      ...(handedTo === undefined ? [] : [handedTo]),
    ]),
  ])
}
