import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { FAULTS, type Fault } from '../../shared/faults.ts'
import type { FaultReply } from '../../shared/api/fault-reply.ts'
import type { Actor } from './actor.ts'

/** What every API handler finds in its context. */
export type ApiEnv = { Variables: { actor: Actor } }

/** A fault as the reply that every error has: RFC 9457 problem details in the language that was asked for. */
export function faultReply(context: Context, fault: Fault): Response {
  const entry = FAULTS[fault.fault]
  const language = context.req.header('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'id'
  const body: FaultReply = {
    type: `urn:yesjitu:fault:${fault.fault}`,
    title: entry.text[language],
    status: entry.status,
    code: fault.fault,
  }
  return context.json(body, entry.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  })
}
