import type { HouseholdId } from '../../../shared/ids.ts'
import type { FaultCode } from '../../../shared/faults.ts'
import type { HandedLine, HouseholdCard, OutboxLine, ReceiptLine } from '../../ports/field-work.ts'

/** A household's work in the outbox, its changes taken together. */
export type OutboxRow = {
  readonly household: HouseholdId
  readonly submits: boolean
  readonly isSending: boolean
  readonly fault: FaultCode | null
  /** of its changes before anything is packed; 0 where none of them waits or is held */
  readonly bytes: number
  /** last edit or receipt, ISO instant */
  readonly at: string
}

export type OutboxGroups = {
  /** by why they are held, in the order of sending */
  readonly held: ReadonlyMap<FaultCode, readonly OutboxRow[]>
  /** the server took the answers, but not the submission */
  readonly refused: readonly OutboxRow[]
  /** oldest first */
  readonly waiting: readonly OutboxRow[]
  /** what the server has whole and with a receipt, drafts too, latest first */
  readonly received: readonly ReceiptLine[]
}

/** What waits and why, one row for each household and reason. Only a receipt makes a row received. */
export function outboxGroups(
  lines: readonly OutboxLine[],
  receipts: readonly ReceiptLine[],
  {
    cards,
    handed,
  }: { readonly cards: ReadonlyMap<HouseholdId, HouseholdCard>; readonly handed: readonly HandedLine[] },
): OutboxGroups {
  const held = byHousehold(lines.filter(({ state }) => state === 'quarantined'))
  const waiting = byHousehold(
    lines.filter(({ state }) => state === 'waiting' || state === 'sending' || state === 'gathering'),
  )
  const refused = [...cards.values()].flatMap(({ household, state, changedAt }) =>
    state.kind === 'draft' && state.refused ? [rowOf(household, state.refused, changedAt)] : [],
  )
  const elsewhere = new Set([...held, ...waiting, ...refused, ...handed].map(({ household }) => household))
  return {
    held: byReason(held),
    waiting,
    refused,
    received: receipts
      .filter(({ household }) => !elsewhere.has(household))
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
  }
}

function byReason(rows: readonly OutboxRow[]): ReadonlyMap<FaultCode, readonly OutboxRow[]> {
  const groups = new Map<FaultCode, OutboxRow[]>()
  for (const row of rows) {
    const fault = row.fault ?? 'cannot-apply'
    groups.set(fault, [...(groups.get(fault) ?? []), row])
  }
  return groups
}

function rowOf(household: HouseholdId, fault: FaultCode | null, at: string): OutboxRow {
  return { household, submits: true, isSending: false, fault, bytes: 0, at }
}

function byHousehold(lines: readonly OutboxLine[]): readonly OutboxRow[] {
  const rows = new Map<HouseholdId, OutboxRow>()
  for (const { household, state, submits, fault, bytes, at } of lines) {
    const row = rows.get(household)
    rows.set(household, {
      household,
      submits: submits || (row?.submits ?? false),
      isSending: state === 'sending' || (row?.isSending ?? false),
      fault: row?.fault ?? fault,
      bytes: bytes + (row?.bytes ?? 0),
      at: row && row.at > at ? row.at : at,
    })
  }
  return [...rows.values()]
}
