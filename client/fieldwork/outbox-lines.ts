import type { OutboxLine } from '../ports/field-work.ts'
import type { Found } from '../ports/records.ts'
import type { OutboxEntry } from './bodies.ts'
import { surveyWritten } from './household-facts.ts'
import type { Memory } from './memory.ts'

/**
 * Makes the reader of what waits, and why: frozen changes in the order of sending, then what still gathers, then what
 * arrived.
 */
export function createOutboxLines({
  work,
  sending,
}: Pick<Memory, 'work' | 'sending'>): () => readonly OutboxLine[] {
  const utf8 = new TextEncoder()
  // What is frozen or gathered stays one object as long as nothing of it changes.
  const sizes = new WeakMap<object, number>()

  function bytesOf(record: object): number {
    const known = sizes.get(record) ?? utf8.encode(JSON.stringify(record)).length
    sizes.set(record, known)
    return known
  }

  function frozenLine({ state, body, at }: Found<OutboxEntry>): OutboxLine {
    const { change, result } = body
    const isSending = state === 'waiting' && sending.value.has(change.household)
    return {
      change: change.id,
      household: change.household,
      survey: surveyWritten(body),
      state: isSending ? 'sending' : (state as OutboxLine['state']),
      submits: change.command !== undefined,
      fault: result?.fault ?? result?.refused ?? null,
      bytes: bytesOf(change),
      at: result?.receipt.at ?? at,
    }
  }

  return () => {
    const { open, outbox } = work.value
    const gathering = open
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ body, at }): OutboxLine => ({
        change: null,
        household: body.household,
        survey: body.survey,
        state: 'gathering',
        submits: body.submits,
        fault: null,
        bytes: bytesOf(body.patch),
        at,
      }))
    const arrived = outbox.filter(({ state }) => state === 'received')
    return [
      ...outbox.filter(({ state }) => state !== 'received').map(frozenLine),
      ...gathering,
      ...arrived.map(frozenLine),
    ]
  }
}
