import type * as z from 'zod/mini'
import { fault, type Fault } from '../../shared/faults.ts'
import { faultReplySchema } from '../../shared/api/fault-reply.ts'

/** What a reply holds before anybody has looked at its body. */
export type RawReply = {
  readonly status: number
  readonly contentType: string
  readonly text: string
  /** left out by who does not have them all */
  readonly headers?: Headers
}

/**
 * A reply as data, or the fault that it stands for. A page in place of data, with whatever status, is some
 * network's sign-in page and not our server; data that ends too early is a broken connection.
 */
export function readReply<Schema extends z.ZodMiniType>(
  reply: RawReply,
  schema: Schema,
): z.infer<Schema> | Fault {
  if (reply.status >= 200 && reply.status < 300) return readData(reply, schema)
  const named = faultReplySchema.safeParse(parseJson(reply.text))
  if (named.success) return fault(named.data.code)
  if (reply.status === 413) return fault('too-large')
  return fault(reply.status >= 500 ? 'server-error' : 'not-our-server', { status: reply.status })
}

function readData<Schema extends z.ZodMiniType>(reply: RawReply, schema: Schema): z.infer<Schema> | Fault {
  if (reply.status !== 204 && !reply.contentType.includes('json')) return fault('not-our-server')
  const data = reply.status === 204 ? null : parseJson(reply.text)
  if (data === undefined) return fault('unreachable')
  const parsed = schema.safeParse(data)
  return parsed.success ? parsed.data : fault('server-error', { issues: parsed.error.issues.length })
}

/** @returns undefined where the text is no JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * One request to our own origin.
 * @param timeoutMs covers the whole exchange, the body too
 * @param read what the reply stands for, where somebody looks at it more closely than others do
 */
export async function fetchJson<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  { timeoutMs, ...init }: RequestInit & { readonly timeoutMs: number },
  read: typeof readReply<Schema> = readReply,
): Promise<z.infer<Schema> | Fault> {
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      ...init,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const { status, headers } = response
    const contentType = headers.get('content-type') ?? ''
    return read({ status, contentType, headers, text: await response.text() }, schema)
  } catch {
    // No network, a refused connection, a timeout, a body that broke off: the same to the enumerator.
    return fault('unreachable')
  }
}
