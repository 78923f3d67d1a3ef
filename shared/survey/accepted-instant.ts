/** A day inside of the years that answers may name, so that no time zone leads out of them. */
const FIRST = Date.parse('2000-01-02T00:00:00Z')
const LAST = Date.parse('2099-12-30T00:00:00Z')

/**
 * The nearest instant that every answer and message accepts. A phone's clock may stand anywhere, after an empty
 * battery often in 1970, and is never a reason to refuse an answer.
 */
export function acceptedInstant(at: Date): Date {
  return new Date(Math.min(Math.max(at.getTime(), FIRST), LAST))
}
