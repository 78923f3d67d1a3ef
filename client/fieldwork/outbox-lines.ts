import type { OutboxLine } from '../ports/field-work.ts'
import type { Found } from '../ports/records.ts'
import type { OutboxEntry } from './bodies.ts'
import { surveyWritten } from './household-facts.ts'
import type { Work } from './memory.ts'

/** What waits, and why: frozen changes in the order of sending, then what still gathers, then what arrived. */
export function outboxLines({ open, outbox }: Work): readonly OutboxLine[] {
  const gathering = open
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ body, at }): OutboxLine => ({
      change: null,
      household: body.household,
      survey: body.survey,
      state: 'gathering',
      submits: body.submits,
      fault: null,
      at,
    }))
  const arrived = outbox.filter(({ state }) => state === 'received')
  return [
    ...outbox.filter(({ state }) => state !== 'received').map(frozenLine),
    ...gathering,
    ...arrived.map(frozenLine),
  ]
}

function frozenLine({ state, body, at }: Found<OutboxEntry>): OutboxLine {
  return {
    change: body.change.id,
    household: body.change.household,
    survey: surveyWritten(body),
    state: state as OutboxLine['state'],
    submits: body.change.command !== undefined,
    fault: body.result?.fault ?? body.result?.refused ?? null,
    at: body.result?.receipt.at ?? at,
  }
}
