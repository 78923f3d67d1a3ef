import { sessionSchema } from '../../shared/api/session.ts'
import { fault } from '../../shared/faults.ts'
import { syncReplySchema } from '../../shared/sync/protocol.ts'
import type { Api } from '../ports/api.ts'
import type { LateApi } from './late-api.ts'
import { get, post, remove } from './requests.ts'

/** 100 changes up and 250 records down over a weak 2G network */
const SYNC_TIMEOUT_MS = 90_000

// Each name stands here once: they weigh on the first load.
const LATE = [
  'nikHints',
  'caseWorkersKey',
  'sendConfidential',
  'confidentialRequests',
  'markConfidential',
  'imports',
  'import',
  'startImport',
  'rejections',
  'devices',
  'revokeDevice',
  'assignments',
  'assign',
  'unassign',
  'reviews',
  'review',
  'commandReview',
  'quarantine',
  'heldChange',
  'decideHeld',
  'periods',
  'sealPeriod',
] as const satisfies readonly (keyof LateApi)[]

/** The server behind this page's own origin. What the list of households does not ask is loaded with its first question. */
export function createApi(): Api {
  return {
    session: () => get(sessionSchema, '/api/session'),
    signIn: (signIn) => post(sessionSchema, '/api/session', signIn),
    signOut: () => remove('/api/session'),
    sync: async (request) => {
      // Before the first reply there is little to say, and nothing of the app may keep the list waiting.
      const late = request.epoch === null ? null : await import('./post-packed.ts').catch(() => null)
      return (late?.postPacked ?? post)(syncReplySchema, '/api/sync', request, SYNC_TIMEOUT_MS)
    },

    ...(Object.fromEntries(LATE.map((name) => [name, later(name)])) as Pick<LateApi, (typeof LATE)[number]>),
  }
}

type Ask = (...args: readonly unknown[]) => Promise<unknown>

/** A question that is loaded when it is asked. Where its code cannot be fetched, neither could its answer. */
function later<Name extends keyof LateApi>(name: Name): LateApi[Name] {
  const ask: Ask = async (...args) => {
    const late = await import('./late-api.ts').catch(() => null)
    return late === null ? fault('unreachable') : (late.lateApi[name] as Ask)(...args)
  }
  return ask as LateApi[Name]
}
