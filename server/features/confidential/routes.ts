import { Hono } from 'hono'
import {
  confidentialMessageSchema,
  type CaseWorkersKey,
  type ConfidentialList,
  type ConfidentialMessage,
  type ConfidentialReceipt,
} from '../../../shared/api/confidential.ts'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import { confidentialIdSchema, type ConfidentialId } from '../../../shared/ids.ts'
import type { Database } from '../../database/database.ts'
import { holdsArea, type Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { hashOf } from '../../platform/hash.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { SealKeyPair } from '../../platform/seal-key.ts'
import { createMessageOpener } from './open-message.ts'
import { createRequestStore, type StoredRequest } from './request-store.ts'
import { createRequestThrottle } from './request-throttle.ts'
import { sizedReply } from './sized-reply.ts'

// Our own choice: long enough to look back, short enough that names do not stay on a screen for ever.
const DONE_LISTED_MS = 90 * 24 * 60 * 60 * 1000
const SMALL_REPLY_BYTES = 512
/** room for some twenty requests */
const LIST_STEP_BYTES = 16 * 1024

/** `/api/confidential-…`: phones leave sealed requests, case workers of the area read them. Rules in shared/confidential/SPEC.md. */
export function confidentialRoutes(parts: {
  readonly database: Database
  readonly audit: Audit
  readonly key: SealKeyPair
  readonly clock: () => Date
}): Hono<ApiEnv> {
  const { database, audit, key, clock } = parts
  const requests = createRequestStore(database)
  const messages = createMessageOpener(key)
  const admits = createRequestThrottle()
  const routes = new Hono<ApiEnv>()

  routes.get('/api/confidential-key', (context) => {
    const published: CaseWorkersKey = { id: key.id, publicKey: key.publicKey }
    return sizedReply(context, published, SMALL_REPLY_BYTES)
  })

  routes.post('/api/confidential-requests', async (context) => {
    const message = confidentialMessageSchema.safeParse(await context.req.json().catch(() => null))
    if (!message.success) return faultReply(context, fault('bad-request'))
    // One that is here already gets its receipt again, however often it comes.
    const isNew = requests.find(message.data.id) === null
    if (isNew && !(await admits(context.var.actor.account))) {
      return faultReply(context, fault('too-many-tries'))
    }
    const receipt = database.write((tx) => {
      const earlier = requests.find(message.data.id)
      if (earlier) return isSame(earlier, message.data) ? receiptOf(earlier) : fault('wrong-state')
      // No word in the audit log: beside a sync of the same second it would tell whose request it is.
      return receiptOf(requests.add(tx, message.data))
    })
    return isFault(receipt) ? faultReply(context, receipt) : sizedReply(context, receipt, SMALL_REPLY_BYTES)
  })

  routes.get('/api/confidential-requests', async (context) => {
    const { actor } = context.var
    // Whose requests were shown follows from the areas; only the key can tell it, and the log must not.
    database.write((tx) => {
      audit.append(tx, { account: actor.account, device: actor.device, action: 'confidential.read' })
    })
    return sizedReply(context, await listFor(actor), LIST_STEP_BYTES)
  })

  routes.post('/api/confidential-requests/:id/done', async (context) => {
    const refused = await mark(context.var.actor, context.req.param('id'), 'done')
    return refused ? faultReply(context, refused) : context.body(null, 204)
  })

  routes.delete('/api/confidential-requests/:id/done', async (context) => {
    const refused = await mark(context.var.actor, context.req.param('id'), 'undone')
    return refused ? faultReply(context, refused) : context.body(null, 204)
  })

  async function listFor(actor: Actor): Promise<ConfidentialList> {
    const stored = requests.listed(new Date(clock().getTime() - DONE_LISTED_MS))
    const opened = await Promise.all(
      stored.map(async (request) => ({ request, content: await messages.open(request) })),
    )
    return {
      requests: opened
        .flatMap(({ request: { id, doneAt }, content }) => {
          if (!content || !holdsArea(actor, content.area)) return []
          const { member, name, address, area, askedAt } = content
          const whom = member === null ? ('household' as const) : ('member' as const)
          return [{ id, whom, name, address, area, askedAt, doneAt }]
        })
        .sort((a, b) => Date.parse(b.askedAt) - Date.parse(a.askedAt) || (a.id < b.id ? -1 : 1)),
      unreadable: opened.filter(({ content }) => content === null).length,
    }
  }

  /** What lies in another's area answers like what is not there. */
  async function mark(actor: Actor, id: string, as: 'done' | 'undone'): Promise<Fault | null> {
    const held = await findHeld(actor, id)
    if (held === null) return fault('not-found')
    database.write((tx) => {
      if (as === 'done') requests.markDone(tx, held)
      else requests.markOpen(tx, held)
      audit.append(tx, {
        account: actor.account,
        device: actor.device,
        action: `confidential.${as}`,
        subject: held,
      })
    })
    return null
  }

  async function findHeld(actor: Actor, id: string): Promise<ConfidentialId | null> {
    const parsed = confidentialIdSchema.safeParse(id)
    const request = parsed.success ? requests.find(parsed.data) : null
    const content = request && (await messages.open(request))
    return request && content && holdsArea(actor, content.area) ? request.id : null
  }
  return routes
}

function isSame(stored: StoredRequest, message: ConfidentialMessage): boolean {
  return stored.keyId === message.keyId && stored.sealed === message.sealed
}

function receiptOf({ receivedOn, doneAt: _doneAt, ...message }: StoredRequest): ConfidentialReceipt {
  return { id: message.id, hash: hashOf(message), receivedOn }
}
