import { Hono } from 'hono'
import {
  aliasRequestSchema,
  householdSearchSchema,
  MOST_SAME,
  type AliasRequest,
  type HouseholdsFound,
} from '../../../shared/api/aliases.ts'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import { streamOf } from '../../../shared/population/area.ts'
import { isAllowed } from '../../../shared/sync/aliases.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { holdsArea, type Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { AliasStore, StoredAlias } from '../../records/alias-store.ts'
import type { HouseholdPlaces } from '../../records/household-places.ts'
import type { HouseholdSearch } from './household-search.ts'

/** `/api/aliases`: supervisors say what is the same; `/api/household-search`: households to choose from. */
export function aliasRoutes(parts: {
  readonly database: Database
  readonly audit: Audit
  readonly aliases: AliasStore
  readonly places: HouseholdPlaces
  readonly search: HouseholdSearch
}): Hono<ApiEnv> {
  const { database, audit, aliases, places, search } = parts
  const routes = new Hono<ApiEnv>()

  routes.post('/api/aliases', async (context) => {
    const { actor } = context.var
    const request = aliasRequestSchema.safeParse(await context.req.json().catch(() => null))
    if (!request.success) return faultReply(context, fault('bad-request'))
    const refused = database.write((tx) => giveAlias(tx, actor, rowOf(actor, request.data)))
    return refused ? faultReply(context, refused) : context.body(null, 204)
  })

  routes.post('/api/household-search', async (context) => {
    const { account, device, areas } = context.var.actor
    const wanted = householdSearchSchema.safeParse(await context.req.json().catch(() => null))
    if (!wanted.success) return faultReply(context, fault('bad-request'))
    const { kelurahan, text } = wanted.data
    const held = areas.filter((area) => area.kelurahan === kelurahan)
    const found: HouseholdsFound = await search.find(held, text)
    database.write((tx) => {
      const detail = { found: found.households.length }
      audit.append(tx, { account, device, action: 'household.search', area: kelurahan, detail })
    })
    return context.json(found)
  })

  /** @returns why it has no effect; null where it has, now or since the same request before */
  function giveAlias(tx: Transaction, actor: Actor, row: Omit<StoredAlias, 'at'>): Fault | null {
    const place = placeFor(actor, row)
    if (isFault(place)) return place
    const before = aliases.find(row.request)
    if (before) return isSame(before, row) ? null : fault('reused-id')
    const known = aliases.of(row.kind)
    if (!isAllowed(known, row)) return fault('wrong-state')
    const together = [row.id, row.as].reduce((sum, id) => sum + 1 + known.sameAs(id).length, 0)
    if (row.act === 'join' && together > MOST_SAME) return fault('too-large')
    const households = aliases.households()
    // Phones are told of all whose company changes: those of both sides.
    const both = [row.household, row.asHousehold]
    const concerned = new Set(both.flatMap((id) => [id, ...households.sameAs(id)]))
    aliases.append(tx, row)
    if (row.kind === 'household') for (const household of concerned) places.tellAgain(tx, household)
    audit.append(tx, {
      account: actor.account,
      device: actor.device,
      action: `alias.${row.act}`,
      subject: row.id,
      area: place,
      detail: { kind: row.kind, as: row.as },
    })
    return null
  }

  /**
   * The stream that the word is noted under: of the first of the two that lies in the actor's areas. What lies elsewhere
   * answers like what is not there. A join shows on both sides, and one of them may have moved since: either undoes it.
   */
  function placeFor(actor: Actor, { kind, act, id, household, as, asHousehold }: Omit<StoredAlias, 'at'>) {
    const held = [household, asHousehold].map((one) => {
      const place = places.placeOf(one)
      return place && holdsArea(actor, place) ? streamOf(place) : null
    })
    const place = held.find((stream) => stream !== null)
    if (!place || (act === 'join' && held.includes(null))) return fault('not-found')
    if (act === 'undo') return place
    if (kind === 'person' && !(places.livesIn(id, household) && places.livesIn(as, asHousehold))) {
      return fault('not-found')
    }
    return place
  }
  return routes
}

function rowOf({ account }: Actor, request: AliasRequest): Omit<StoredAlias, 'at'> {
  const { id, act, reason } = request
  const common = { request: id, act, reason, account }
  if (request.kind === 'household') {
    const { subject, sameAs } = request
    return { ...common, kind: 'household', id: subject, as: sameAs, household: subject, asHousehold: sameAs }
  }
  const { subject, sameAs } = request
  return {
    ...common,
    kind: 'person',
    id: subject.person,
    as: sameAs.person,
    household: subject.household,
    asHousehold: sameAs.household,
  }
}

function isSame(before: StoredAlias, row: Omit<StoredAlias, 'at'>): boolean {
  const { at: _at, ...rest } = before
  return (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === row[key])
}
