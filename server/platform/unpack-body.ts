import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Context } from 'hono'
import { fault, type Fault } from '../../shared/faults.ts'

const unzip = promisify(gunzip)

/**
 * A request's body as it was before it was packed. Unpacking ends at the limit, so that a small body that would
 * become a huge one costs no more than any other.
 * @param limitBytes of what it unpacks to; what comes over the wire is limited before
 * @returns a fault where it is packed otherwise than by gzip, ends early, is damaged or becomes too large
 */
export async function unpackBody(context: Context, limitBytes: number): Promise<string | Fault> {
  const encoding = context.req.header('content-encoding')?.trim().toLowerCase() ?? ''
  switch (encoding) {
    case '':
    case 'identity':
      return context.req.text().catch(() => fault('bad-request'))
    case 'gzip':
    case 'x-gzip':
      break
    default:
      return fault('unknown-encoding')
  }
  try {
    const packed = await context.req.arrayBuffer()
    return (await unzip(packed, { maxOutputLength: limitBytes })).toString('utf8')
  } catch (error) {
    return fault(isTooLarge(error) ? 'too-large' : 'bad-request')
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
