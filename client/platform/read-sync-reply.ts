import type * as z from 'zod/mini'
import { SERVER_MARK } from '../../shared/api/server-mark.ts'
import { fault, isFault, type Fault, type FaultCode } from '../../shared/faults.ts'
import { readReply, type RawReply } from './fetch-json.ts'

const SHORTEST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 10 * 60_000

/** What these mean from somebody between us and the server, who does not speak its words. */
const STATUSES: Readonly<Record<number, FaultCode>> = { 503: 'busy', 511: 'not-our-server' }

/**
 * `readReply` with an eye for who answered: data of a wrong shape without the server's mark, and a page that calls
 * itself JSON, come from a network that wants a sign-in. A busy server's fault bears `pauseMs` in its detail, where
 * the server said how long to wait.
 * @param chance from 0 to 1
 */
export function readSyncReply<Schema extends z.ZodMiniType>(
  reply: RawReply,
  schema: Schema,
  chance = Math.random(),
): z.infer<Schema> | Fault {
  const read = readReply(reply, schema)
  if (!isFault(read)) return read
  const code = whoSays(read.fault, reply)
  const pauseMs = code === 'busy' ? pauseOf(reply.headers?.get('retry-after') ?? '', chance) : null
  if (pauseMs !== null) return fault(code, { pauseMs })
  return code === read.fault ? read : fault(code)
}

function whoSays(code: FaultCode, { status, text, headers }: RawReply): FaultCode {
  const isOk = status >= 200 && status < 300
  if (isOk && text.startsWith('<')) return 'not-our-server'
  if (code !== 'server-error') return code
  if (isOk) return headers?.has(SERVER_MARK) ? code : 'not-our-server'
  return STATUSES[status] ?? code
}

/**
 * The pause that a server asks for, never cut short and made up to a quarter longer, so that the phones of a whole city
 * do not come back at once. Taken as two seconds at least and ten minutes at most.
 * @param retryAfter whole seconds; a date is by a clock that is not ours
 * @returns null where nothing is asked that can be understood
 */
export function pauseOf(retryAfter: string, chance: number): number | null {
  if (!/^\d+$/.test(retryAfter)) return null
  const asked = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, Number(retryAfter) * 1000))
  return Math.round(asked * (1 + chance / 4))
}
