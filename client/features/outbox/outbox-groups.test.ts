import { expect, test } from 'vitest'
import type { ChangeId, HouseholdId, SurveyId } from '../../../shared/ids.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import type { CardState, HouseholdCard, OutboxLine } from '../../ports/field-work.ts'
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
    at: '2026-11-23T02:00:00.000Z',
    ...more,
  }
}

const groups = (lines: readonly OutboxLine[], cards: readonly HouseholdCard[] = []) =>
  outboxGroups(lines, new Map(cards.map((each) => [each.household, each])))

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

test('what runs in a request is being sent', () => {
  const { waiting } = groups([line('a', 'waiting')], [card('a', { kind: 'sending' })])
  expect(waiting[0]?.isSending).toBe(true)
})

test('only a receipt of this device makes a row received', () => {
  const at = '2026-11-23T04:00:00.000Z'
  const { received } = groups(
    [line('a', 'received')],
    [
      card('a', { kind: 'waiting' }),
      card('b', { kind: 'received', at }),
      card('c', { kind: 'received', at: null }),
      card('d', { kind: 'received', at: '2026-11-23T04:30:00.000Z' }),
    ],
  )
  expect(received.map(({ household }) => household)).toEqual(['d', 'b'])
})

test('held and refused ones say why', () => {
  const { held, refused } = groups(
    [
      line('a', 'quarantined', { fault: 'unknown-shape' }),
      line('a', 'quarantined', { fault: 'follows-quarantine' }),
    ],
    [card('b', { kind: 'draft', completeness: 1, refused: 'survey-incomplete' })],
  )
  expect(held).toMatchObject([{ household: 'a', fault: 'unknown-shape' }])
  expect(refused).toMatchObject([{ household: 'b', fault: 'survey-incomplete' }])
})
