import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * SHA-256 in hex over canonical JSON (RFC 8785), the same on every machine for equal values.
 * @throws RangeError for values nested too deep to walk through
 */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

function canonical(value: unknown): string {
  try {
    return canonicalize(value) ?? 'null'
  } catch (error) {
    if (error instanceof RangeError) throw error
    // RFC 8785 knows no form for half a surrogate pair; such a body still needs a name to be kept under.
    return JSON.stringify(value) ?? 'null'
  }
}
