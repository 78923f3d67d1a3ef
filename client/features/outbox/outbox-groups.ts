import type { HouseholdId } from '../../../shared/ids.ts'
import type { FaultCode } from '../../../shared/faults.ts'
import type { HouseholdCard, OutboxLine } from '../../ports/field-work.ts'

/** A household's work in the outbox, its changes taken together. */
export type OutboxRow = {
  readonly household: HouseholdId
  readonly submits: boolean
  readonly isSending: boolean
  readonly fault: FaultCode | null
  /** last edit or receipt, ISO instant */
  readonly at: string
}

export type OutboxGroups = {
  readonly held: readonly OutboxRow[]
  /** the server took the answers, but not the submission */
  readonly refused: readonly OutboxRow[]
  /** oldest first */
  readonly waiting: readonly OutboxRow[]
  /** submitted surveys that the server has a receipt for, latest first */
  readonly received: readonly OutboxRow[]
}

/** What waits and why, one row for each household and reason. Only a receipt makes a row received. */
export function outboxGroups(
  lines: readonly OutboxLine[],
  cards: ReadonlyMap<HouseholdId, HouseholdCard>,
): OutboxGroups {
  const rows = [...cards.values()]
  return {
    held: byHousehold(
      lines.filter(({ state }) => state === 'quarantined'),
      cards,
    ),
    waiting: byHousehold(
      lines.filter(({ state }) => state === 'waiting' || state === 'gathering'),
      cards,
    ),
    refused: rows.flatMap((card) =>
      card.state.kind === 'draft' && card.state.refused
        ? [rowOf(card, card.state.refused, card.changedAt)]
        : [],
    ),
    received: rows
      .flatMap((card) =>
        card.state.kind === 'received' && card.state.at !== null ? [rowOf(card, null, card.state.at)] : [],
      )
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
  }
}

function rowOf({ household }: HouseholdCard, fault: FaultCode | null, at: string): OutboxRow {
  return { household, submits: true, isSending: false, fault, at }
}

function byHousehold(
  lines: readonly OutboxLine[],
  cards: ReadonlyMap<HouseholdId, HouseholdCard>,
): readonly OutboxRow[] {
  const rows = new Map<HouseholdId, OutboxRow>()
  for (const { household, submits, fault, at } of lines) {
    const row = rows.get(household)
    rows.set(household, {
      household,
      submits: submits || (row?.submits ?? false),
      isSending: cards.get(household)?.state.kind === 'sending',
      fault: row?.fault ?? fault,
      at: row && row.at > at ? row.at : at,
    })
  }
  return [...rows.values()]
}
