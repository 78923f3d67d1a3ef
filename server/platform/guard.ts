import type { Context, MiddlewareHandler } from 'hono'
import { fault, isFault, type Fault } from '../../shared/faults.ts'
import type { PolicyRow } from '../policy.ts'
import type { Actor } from './actor.ts'
import { faultReply, type ApiEnv } from './http.ts'

type GuardEnv = { Variables: ApiEnv['Variables'] & { permitted: boolean } }

/** Lets through who the row names; puts who asks into the context. */
export function guard(
  row: PolicyRow,
  actorOf: (context: Context) => Actor | Fault,
): MiddlewareHandler<GuardEnv> {
  return async (context, next) => {
    if (row.who !== 'anyone') {
      const actor = actorOf(context)
      if (isFault(actor)) return faultReply(context, actor)
      if (!row.who.includes(actor.role)) return faultReply(context, fault('forbidden'))
      context.set('actor', actor)
    }
    context.set('permitted', true)
    return next()
  }
}

/** Stands between the guards and the routes: what no row of the policy let through does not exist. */
export const onlyPermitted: MiddlewareHandler<GuardEnv> = async (context, next) =>
  context.get('permitted') ? next() : faultReply(context, fault('not-found'))
