import type * as z from 'zod/mini'
import { isFault, type Fault, type FaultCode } from '../../shared/faults.ts'
import { fetchJson } from './fetch-json.ts'
import { readSyncReply } from './read-sync-reply.ts'

/** Below, packing saves next to nothing. */
const WORTH_PACKING = 300

/** What somebody says who cannot read it packed, be it the server or a box on the way that unpacked or broke it. */
const UNREADABLE: ReadonlySet<FaultCode> = new Set(['unknown-encoding', 'bad-request'])

/**
 * The same as `post`, for the sync of a phone: packed by gzip where the browser can and it is worth it. Where nobody
 * takes it packed it goes again as it is: the server stored nothing of it.
 */
export async function postPacked<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  body: object,
  timeoutMs: number,
): Promise<z.infer<Schema> | Fault> {
  const text = JSON.stringify(body)
  if (text.length >= WORTH_PACKING && 'CompressionStream' in globalThis) {
    const reply = await send(await pack(text), { 'content-encoding': 'gzip' })
    if (!isFault(reply) || !UNREADABLE.has(reply.fault)) return reply
  }
  return send(text, {})

  function send(sent: ArrayBuffer | string, packing: Record<string, string>) {
    const headers = { 'content-type': 'application/json', ...packing }
    return fetchJson(schema, path, { method: 'POST', headers, body: sent, timeoutMs }, readSyncReply)
  }
}

function pack(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
}
