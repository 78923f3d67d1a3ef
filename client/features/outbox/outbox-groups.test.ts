import { expect, test } from 'vitest'
import type { ChangeId, HouseholdId, SurveyId } from '../../../shared/ids.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import type { CardState, HandedLine, HouseholdCard, OutboxLine, ReceiptLine } from '../../ports/field-work.ts'
import { outboxGroups } from './outbox-groups.ts'

function card(household: string, state: CardState): HouseholdCard {
  return {
    household: household as HouseholdId,
    name: household,
    address: '',
    area: { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' },
    members: 1,
    state,
    unsent: false,
    added: false,
    changedAt: '2026-11-23T05:00:00.000Z',
    searchText: '',
  }
}

function line(household: string, state: OutboxLine['state'], more: Partial<OutboxLine> = {}): OutboxLine {
  return {
    change: null as ChangeId | null,
    household: household as HouseholdId,
    survey: household as SurveyId,
    state,
    submits: false,
    fault: null,
    bytes: 1000,
    at: '2026-11-23T02:00:00.000Z',
    ...more,
  }
}

type Given = {
  readonly cards?: readonly HouseholdCard[]
  readonly receipts?: readonly ReceiptLine[]
  readonly handed?: readonly HandedLine[]
}

const groups = (lines: readonly OutboxLine[], { cards = [], receipts = [], handed = [] }: Given = {}) =>
  outboxGroups(lines, receipts, { cards: new Map(cards.map((each) => [each.household, each])), handed })

const receipt = (household: string, at: string): ReceiptLine => ({
  household: household as HouseholdId,
  at,
  isBackedUp: false,
})

test('the changes of a household wait as one row, with its last edit', () => {
  const { waiting } = groups([
    line('a', 'waiting', { submits: true }),
    line('b', 'gathering'),
    line('a', 'gathering', { at: '2026-11-23T03:00:00.000Z' }),
  ])
  expect(waiting).toMatchObject([
    { household: 'a', submits: true, at: '2026-11-23T03:00:00.000Z' },
    { household: 'b', submits: false },
  ])
})

test('what runs in a request is being sent, drafts too, with the bytes of all its changes', () => {
  const { waiting } = groups([line('a', 'sending'), line('b', 'waiting'), line('a', 'gathering')])
  expect(waiting).toMatchObject([
    { household: 'a', isSending: true, bytes: 2000 },
    { household: 'b', isSending: false, bytes: 1000 },
  ])
})

test('what has a receipt is received, the latest first, unless more of it waits, is held, was refused or went to somebody else', () => {
  const { received } = groups([line('a', 'waiting'), line('b', 'quarantined'), line('f', 'received')], {
    cards: [card('e', { kind: 'draft', completeness: 1, refused: 'survey-incomplete' })],
    receipts: [
      receipt('a', '2026-11-23T04:00:00.000Z'),
      receipt('b', '2026-11-23T04:00:00.000Z'),
      receipt('c', '2026-11-23T04:10:00.000Z'),
      receipt('d', '2026-11-23T04:30:00.000Z'),
      receipt('e', '2026-11-23T04:00:00.000Z'),
      receipt('f', '2026-11-23T04:20:00.000Z'),
      receipt('g', '2026-11-23T04:20:00.000Z'),
    ],
    handed: [{ household: 'g' as HouseholdId, name: '', address: '', to: 'Asep', at: '' }],
  })
  expect(received.map(({ household }) => household)).toEqual(['d', 'f', 'c'])
})

test('held ones stand by the reason of the first that is held, refused ones say why', () => {
  const { held, refused } = groups(
    [
      line('a', 'quarantined', { fault: 'unknown-shape' }),
      line('a', 'quarantined', { fault: 'follows-quarantine' }),
      line('c', 'quarantined', { fault: 'out-of-area' }),
      line('d', 'quarantined', { fault: 'unknown-shape' }),
    ],
    { cards: [card('b', { kind: 'draft', completeness: 1, refused: 'survey-incomplete' })] },
  )
  expect([...held].map(([fault, rows]) => [fault, rows.map(({ household }) => household)])).toEqual([
    ['unknown-shape', ['a', 'd']],
    ['out-of-area', ['c']],
  ])
  expect(refused).toMatchObject([{ household: 'b', fault: 'survey-incomplete' }])
})
