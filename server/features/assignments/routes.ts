import { Hono } from 'hono'
import { fault } from '../../../shared/faults.ts'
import { newAssignmentSchema, type AssignmentBoard } from '../../../shared/api/assignments.ts'
import { findKelurahan } from '../../../shared/population/area.ts'
import type { Database } from '../../database/database.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { ScopeStore } from '../../records/scope-store.ts'
import { createBoardReader } from './board.ts'

/** `/api/assignments`: which areas enumerators, supervisors and case workers hold. */
export function assignmentRoutes(parts: {
  readonly database: Database
  readonly audit: Audit
  readonly scopes: ScopeStore
}): Hono<ApiEnv> {
  const { database, audit, scopes } = parts
  const board = createBoardReader(database, scopes)
  const routes = new Hono<ApiEnv>()

  routes.get('/api/assignments', (context) => context.json<AssignmentBoard>(board.read()))

  routes.post('/api/assignments', async (context) => {
    const request = newAssignmentSchema.safeParse(await context.req.json().catch(() => null))
    if (!request.success || !findKelurahan(request.data.kelurahan)) {
      return faultReply(context, fault('bad-request'))
    }
    if (!board.canHoldAreas(request.data.account)) return faultReply(context, fault('not-found'))
    const { account, device } = context.var.actor
    const assignment = database.write((tx) => {
      const given = scopes.give(tx, request.data, account)
      audit.append(tx, {
        account,
        device,
        action: 'assignment.give',
        subject: given.account,
        area: areaName(given),
      })
      return given
    })
    return context.json(assignment, 201)
  })

  routes.delete('/api/assignments/:id', (context) => {
    const id = Number(context.req.param('id'))
    if (!Number.isSafeInteger(id)) return faultReply(context, fault('not-found'))
    const { account, device } = context.var.actor
    const taken = database.write((tx) => {
      const ended = scopes.take(tx, id)
      if (ended) {
        audit.append(tx, {
          account,
          device,
          action: 'assignment.take',
          subject: ended.account,
          area: areaName(ended),
        })
      }
      return ended
    })
    return taken ? context.body(null, 204) : faultReply(context, fault('not-found'))
  })
  return routes
}

function areaName(area: { kelurahan: string; rw: string | null }): string {
  return area.rw === null ? area.kelurahan : `${area.kelurahan}/${area.rw}`
}
