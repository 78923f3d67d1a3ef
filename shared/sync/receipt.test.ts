import { expect, test } from 'vitest'
import type { ChangeId, DeviceId, SurveyId } from '../ids.ts'
import type { ChangeResult } from './protocol.ts'
import { receiptText } from './receipt.ts'

// Phones that are older or newer than their server check the same text: it never changes.
test('[S13] what is signed is the same text in every version, whatever else a result carries', () => {
  const result: ChangeResult = {
    outcome: 'applied',
    survey: '8d3a' as SurveyId,
    version: 4,
    conflicts: 1,
    refused: 'survey-incomplete',
    fault: null,
    receipt: { change: '01a2' as ChangeId, hash: 'b0', epoch: 'e1', at: '2026-11-30T01:02:03.000Z' },
  }
  const signed =
    '["yesjitu-receipts-1","d7",["01a2","b0","e1","2026-11-30T01:02:03.000Z","applied","8d3a",4,1,"survey-incomplete",null]]'
  expect(receiptText('d7' as DeviceId, [result])).toBe(signed)
  expect(receiptText('d7' as DeviceId, [{ ...result, handedTo: 'Asep' }])).toBe(signed)
})
