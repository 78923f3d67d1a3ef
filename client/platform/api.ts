import { sessionSchema } from '../../shared/api/session.ts'
import { fault } from '../../shared/faults.ts'
import { syncReplySchema } from '../../shared/sync/protocol.ts'
import type { Api } from '../ports/api.ts'
import type { LateApi } from './late-api.ts'
import { get, post, remove } from './requests.ts'

/** 100 changes up and 250 records down over a weak 2G network */
const SYNC_TIMEOUT_MS = 90_000

/** What the list of households asks. */
const firstApi: Omit<Api, keyof LateApi> = {
  session: () => get(sessionSchema, '/api/session'),
  signIn: (signIn) => post(sessionSchema, '/api/session', signIn),
  signOut: () => remove('/api/session'),
  sync: async (request) => {
    // Before the first reply there is little to say, and nothing of the app may keep the list waiting.
    const late = request.epoch === null ? null : await import('./post-packed.ts').catch(() => null)
    return (late?.postPacked ?? post)(syncReplySchema, '/api/sync', request, SYNC_TIMEOUT_MS)
  },
}

type Ask = (...args: readonly unknown[]) => Promise<unknown>

/**
 * The server behind this page's own origin. All that the list of households does not ask is loaded when it is asked;
 * where its code cannot be fetched, neither could its answer.
 */
export function createApi(): Api {
  const ask =
    (name: keyof LateApi): Ask =>
    async (...args) => {
      const late = await import('./late-api.ts').catch(() => null)
      return late === null ? fault('unreachable') : (late.lateApi[name] as Ask)(...args)
    }
  // Not by name: each would cost the first load some bytes.
  return new Proxy(firstApi, {
    get: (first, name) => Reflect.get(first, name) ?? ask(name as keyof LateApi),
  }) as Api
}
