import { Hono } from 'hono'
import { fault, isFault } from '../../../shared/faults.ts'
import { heldActSchema, type HeldDetail } from '../../../shared/api/quarantine.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import type { Database } from '../../database/database.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { HouseholdStore } from '../../records/household-store.ts'
import type { SurveyStore } from '../../records/survey-store.ts'
import { mayDecide, type HeldDesk } from './decide-held.ts'
import { heldSteps, hiddenThings } from './held-steps.ts'
import type { QuarantineReader } from './quarantine-reader.ts'
import type { HeldChange, QuarantineStore } from './quarantine-store.ts'
import { readReceived } from './received-change.ts'

/** `/api/quarantine`: what waits for a supervisor, what it says, and what is made of it. */
export function quarantineRoutes(parts: {
  readonly database: Database
  readonly audit: Audit
  readonly quarantine: QuarantineStore
  readonly surveys: SurveyStore
  readonly households: HouseholdStore
  readonly reader: QuarantineReader
  readonly desk: HeldDesk
}): Hono<ApiEnv> {
  const { database, audit, quarantine, surveys, households, reader, desk } = parts
  const routes = new Hono<ApiEnv>()

  routes.get('/api/quarantine', (context) => {
    const after = Number(context.req.query('after') ?? 0)
    if (!Number.isSafeInteger(after)) return faultReply(context, fault('bad-request'))
    return context.json(reader.read(context.var.actor, after))
  })

  routes.get('/api/quarantine/:id', (context) => {
    const actor = context.var.actor
    const held = findHeld(actor, context.req.param('id'))
    const detail = held && detailOf(actor, held)
    if (!held || !detail) return faultReply(context, fault('not-found'))
    database.write((tx) => {
      audit.append(tx, {
        account: actor.account,
        device: actor.device,
        action: 'quarantine.read',
        subject: held.survey ?? `quarantine/${held.id}`,
        ...(held.stream !== null && { area: held.stream }),
      })
    })
    return context.json(detail)
  })

  routes.post('/api/quarantine/:id/acts', async (context) => {
    const act = heldActSchema.safeParse(await context.req.json().catch(() => null))
    if (!act.success) return faultReply(context, fault('bad-request'))
    const id = Number(context.req.param('id'))
    if (!Number.isSafeInteger(id)) return faultReply(context, fault('not-found'))
    const outcome = desk.decide(context.var.actor, id, act.data)
    return isFault(outcome) ? faultReply(context, outcome) : context.json(outcome)
  })

  /** What lies elsewhere, or was decided, answers like what is not there. */
  function findHeld(actor: Actor, id: string): HeldChange | null {
    const number = Number(id)
    const held = Number.isSafeInteger(number) ? quarantine.entry(number) : null
    return held && !held.isSettled && mayDecide(actor, held) ? held : null
  }

  function detailOf(actor: Actor, held: HeldChange): HeldDetail | null {
    const chain = quarantine.chain(held)
    const [first = held] = chain
    const shown = reader.one(first.id)
    if (!shown) return null
    const place = desk.preview(actor, first)
    const { about } = readReceived(JSON.parse(first.body))
    const others = first.survey === null ? [] : quarantine.bodiesOf(first.device, first.survey)
    const hidden = hiddenThings(others.length > 0 ? others : [JSON.parse(first.body)])
    const documents = about
      ? [surveys.find(about.survey)?.document, households.known(about.household)?.known]
      : []
    return {
      held: shown,
      changes: chain.map(({ id, receivedAt, fault: why, body }) => {
        const received: unknown = JSON.parse(body)
        const steps = heldSteps(received, hidden)
        return {
          id,
          at: receivedAt,
          fault: why,
          submits: readReceived(received).change?.command !== undefined,
          steps: steps && [...steps],
        }
      }),
      obstacle: isFault(place) ? place.fault : null,
      heirs: isFault(place) ? [] : reader.holdersOf(place).filter(({ account }) => account !== first.account),
      documents: documents.flatMap((document) => (document ? [peopleOf(document)] : [])),
    }
  }
  return routes
}

/** Of what stands beside a held change, what names people, and nothing else. */
function peopleOf({ members, families }: SurveyDocument): SurveyDocument {
  return { ...EMPTY_DOCUMENT, members, families }
}
