import type { Context } from 'hono'

/**
 * A JSON reply filled up with blanks to whole steps, and never compressed: who watches the line learns from its
 * length neither names nor whether there are any.
 */
export function sizedReply(context: Context, value: object, stepBytes: number): Response {
  const json = JSON.stringify(value)
  const bytes = Buffer.byteLength(json)
  const padding = Math.ceil(bytes / stepBytes) * stepBytes - bytes
  return context.body(json + ' '.repeat(padding), 200, {
    'content-type': 'application/json',
    'cache-control': 'no-store, no-transform',
  })
}
