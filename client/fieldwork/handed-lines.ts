import { EMPTY_DOCUMENT, nameOf } from '../../shared/survey/document.ts'
import { applyPatch } from '../../shared/sync/patch.ts'
import type { HandedLine } from '../ports/field-work.ts'
import type { Records } from '../ports/records.ts'
import type { HouseholdId } from '../../shared/ids.ts'
import type { DeviceBodies, OutboxEntry } from './bodies.ts'

/**
 * Households that went to another enumerator with the last change that this device made there. The changes alone know
 * of them: with their area, the households may have left. Rule [Q7].
 */
export async function handedLines({
  records,
}: {
  readonly records: Records<DeviceBodies>
}): Promise<readonly HandedLine[]> {
  const byHousehold = new Map<HouseholdId, OutboxEntry[]>()
  const entries = (await records.all('outbox')).map(({ body }) => body)
  for (const entry of entries.toSorted((a, b) => a.change.seq - b.change.seq)) {
    const { household } = entry.change
    byHousehold.set(household, [...(byHousehold.get(household) ?? []), entry])
  }
  return [...byHousehold.values()].flatMap((own) => lineOf(own) ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))
}

function lineOf(own: readonly OutboxEntry[]): HandedLine | null {
  const last = own.at(-1)
  if (last?.result?.handedTo === undefined) return null
  const document = own.reduce((made, { change }) => applyPatch(made, change.patch), EMPTY_DOCUMENT)
  return {
    household: last.change.household,
    name: nameOf(document),
    address: document.location.address ?? '',
    to: last.result.handedTo,
    at: last.result.receipt.at,
  }
}
