import type { Found } from '../ports/records.ts'
import type { OutboxEntry } from './bodies.ts'
import type { Work } from './memory.ts'

/** What was frozen and has no receipt yet, in the order of sending. */
export function frozenIn({ outbox }: Work): readonly Found<OutboxEntry>[] {
  return outbox.filter(({ state }) => state === 'waiting')
}
