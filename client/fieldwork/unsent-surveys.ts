import type { Work } from './memory.ts'

/** How many surveys hold work of this device without the server's receipt. */
export function unsentSurveys({ open, outbox }: Work): number {
  const waiting = outbox.filter(({ state }) => state === 'waiting')
  return new Set([...open.map(({ body }) => body.survey), ...waiting.map(({ body }) => body.change.survey)])
    .size
}
