import * as z from 'zod/mini'
import { fetchJson } from './fetch-json.ts'

const TIMEOUT_MS = 20_000

export const nothingSchema = z.null()

export function get<Schema extends z.ZodMiniType>(schema: Schema, path: string) {
  return fetchJson(schema, path, { timeoutMs: TIMEOUT_MS })
}

export function post<Schema extends z.ZodMiniType>(
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

export function remove(path: string) {
  return fetchJson(nothingSchema, path, { method: 'DELETE', timeoutMs: TIMEOUT_MS })
}
