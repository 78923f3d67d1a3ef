import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const zip = promisify(gzip)

/** Below, the headers of a packet outweigh what is saved. */
const WORTH_PACKING_BYTES = 400

/** Up to here a thread of its own takes longer to ask than the work takes. */
const AT_ONCE_BYTES = 16 * 1024

/**
 * Packs JSON replies by gzip where who asks takes it and it is worth it. Other replies, those packed already and
 * those that say `no-transform` stay as they are.
 */
export function packReplies(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { res, req } = context
    if (!isPlainJson(res) || !takesGzip(req.header('accept-encoding'))) return
    const plain = await res.arrayBuffer()
    const isWorth = plain.byteLength >= WORTH_PACKING_BYTES
    const body = isWorth ? await pack(plain) : plain
    const headers = new Headers(res.headers)
    headers.set('content-length', String(body.byteLength))
    headers.append('vary', 'Accept-Encoding')
    if (isWorth) headers.set('content-encoding', 'gzip')
    // Emptied first: the framework would keep the old headers otherwise.
    context.res = undefined
    context.res = new Response(body, { status: res.status, headers })
  }
}

function isPlainJson({ headers }: Response): boolean {
  return (
    /^application\/([\w.-]+\+)?json\b/.test(headers.get('content-type') ?? '') &&
    !headers.has('content-encoding') &&
    !/\bno-transform\b/.test(headers.get('cache-control') ?? '')
  )
}

/** True where gzip is named, and not only to say that it is not wanted. */
function takesGzip(accepted = ''): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted)
}

async function pack(plain: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(plain.byteLength <= AT_ONCE_BYTES ? gzipSync(plain) : await zip(plain))
}
