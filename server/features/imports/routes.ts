import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Actor } from '../../platform/actor.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import { fault, isFault } from '../../../shared/faults.ts'
import { snapshotIdSchema } from '../../../shared/ids.ts'
import { isCalendarDate } from '../../../shared/population/calendar-date.ts'
import type { Importer, Imports } from './imports.ts'

const beginQuerySchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  asOf: z.string().check(z.refine(isCalendarDate)),
})
const pageQuerySchema = z.object({ after: z._default(z.coerce.number().check(z.int(), z.nonnegative()), 0) })

/** Routes of the ministry's lists, as shared/api/imports.ts describes them. */
export function importRoutes(imports: Imports): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()

  routes.get('/api/imports', (context) => context.json({ imports: imports.list() }))

  routes.post('/api/imports', async (context) => {
    const query = beginQuerySchema.safeParse(context.req.query())
    if (!query.success) return faultReply(context, fault('bad-request'))
    const { name: fileName, asOf } = query.data
    // Hono has the browser's type of the same stream.
    const body = context.req.raw.body as NodeReadableStream<Uint8Array> | null
    const begun = await imports.receive(importerOf(context.var.actor), { fileName, asOf, body })
    if (isFault(begun)) return faultReply(context, begun)
    return context.json(begun.import, begun.isNew ? 202 : 200)
  })

  routes.get('/api/imports/:id', (context) => {
    const id = snapshotIdSchema.safeParse(context.req.param('id'))
    const found = id.success ? imports.find(id.data) : null
    return found ? context.json(found) : faultReply(context, fault('not-found'))
  })

  routes.get('/api/imports/:id/rejections', (context) => {
    const id = snapshotIdSchema.safeParse(context.req.param('id'))
    const query = pageQuerySchema.safeParse(context.req.query())
    if (!query.success) return faultReply(context, fault('bad-request'))
    const page = id.success ? imports.rejections(id.data, query.data.after) : null
    return page ? context.json(page) : faultReply(context, fault('not-found'))
  })

  routes.get('/api/imports/:id/rejected.csv', (context) => {
    const id = snapshotIdSchema.safeParse(context.req.param('id'))
    const pieces = id.success ? imports.rejectedFile(importerOf(context.var.actor), id.data) : null
    if (!pieces) return faultReply(context, fault('not-found'))
    return context.body(streamOf(pieces), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ditolak.csv"',
    })
  })

  return routes
}

function importerOf({ account, device }: Actor): Importer {
  return { account, device }
}

/** A body that is made piece by piece, as fast as it is taken. */
function streamOf(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.iterator]()
  return new ReadableStream({
    pull: (controller) => {
      const piece = iterator.next()
      if (piece.done) controller.close()
      else controller.enqueue(encoder.encode(piece.value))
    },
  })
}
