import * as z from 'zod/mini'
import { assignmentBoardSchema, assignmentSchema } from '../../shared/api/assignments.ts'
import {
  caseWorkersKeySchema,
  confidentialListSchema,
  confidentialReceiptSchema,
} from '../../shared/api/confidential.ts'
import { importSchema, importsSchema, rejectionsSchema } from '../../shared/api/imports.ts'
import { periodSchema, periodsSchema } from '../../shared/api/periods.ts'
import { reviewDetailSchema, reviewQueueSchema } from '../../shared/api/reviews.ts'
import { sessionSchema } from '../../shared/api/session.ts'
import { syncReplySchema } from '../../shared/sync/protocol.ts'
import type { Api } from '../ports/api.ts'
import { fetchJson } from './fetch-json.ts'
import { uploadFile } from './upload-file.ts'

const TIMEOUT_MS = 20_000
/** 100 changes up and 250 records down over a weak 2G network */
const SYNC_TIMEOUT_MS = 90_000
/** a seal folds a whole month */
const SEAL_TIMEOUT_MS = 10 * 60_000

const nothingSchema = z.null()

/** The server behind this page's own origin. */
export function createApi(): Api {
  return {
    session: () => get(sessionSchema, '/api/session'),
    signIn: (signIn) => post(sessionSchema, '/api/session', signIn),
    signOut: () => remove('/api/session'),
    sync: (request) => post(syncReplySchema, '/api/sync', request, SYNC_TIMEOUT_MS),

    caseWorkersKey: () => get(caseWorkersKeySchema, '/api/confidential-key'),
    sendConfidential: (message) => post(confidentialReceiptSchema, '/api/confidential-requests', message),
    confidentialRequests: () => get(confidentialListSchema, '/api/confidential-requests'),
    markConfidential: (id, isDone) => {
      const path = `/api/confidential-requests/${id}/done`
      return isDone ? post(nothingSchema, path, {}) : remove(path)
    },

    imports: () => get(importsSchema, '/api/imports'),
    import: (id) => get(importSchema, `/api/imports/${id}`),
    startImport: (file, asOf, sent = () => undefined) =>
      uploadFile(importSchema, `/api/imports?${new URLSearchParams({ name: file.name, asOf })}`, {
        file,
        sent,
      }),
    rejections: (id, after) => get(rejectionsSchema, `/api/imports/${id}/rejections?after=${after}`),

    assignments: () => get(assignmentBoardSchema, '/api/assignments'),
    assign: (assignment) => post(assignmentSchema, '/api/assignments', assignment),
    unassign: (id) => remove(`/api/assignments/${id}`),

    reviews: ({ status = [], after }) => {
      const query = new URLSearchParams(status.map((one) => ['status', one]))
      if (after !== undefined) query.set('after', after)
      return get(reviewQueueSchema, `/api/reviews?${query}`)
    },
    review: (survey) => get(reviewDetailSchema, `/api/reviews/${survey}`),
    commandReview: (survey, request) => post(reviewDetailSchema, `/api/reviews/${survey}/commands`, request),

    periods: () => get(periodsSchema, '/api/periods'),
    sealPeriod: (id) => post(periodSchema, `/api/periods/${id}/seal`, {}, SEAL_TIMEOUT_MS),
  }
}

function get<Schema extends z.ZodMiniType>(schema: Schema, path: string) {
  return fetchJson(schema, path, { timeoutMs: TIMEOUT_MS })
}

function post<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  body: object,
  timeoutMs = TIMEOUT_MS,
) {
  return fetchJson(schema, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs,
  })
}

function remove(path: string) {
  return fetchJson(nothingSchema, path, { method: 'DELETE', timeoutMs: TIMEOUT_MS })
}
