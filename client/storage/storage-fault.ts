import { fault, type Fault } from '../../shared/faults.ts'

/**
 * `storage-full` where the browser refused to write for want of room, however deep it is wrapped (Dexie's bulk
 * and abort errors carry the cause inside). Anything else is a bug and is thrown on.
 */
export function storageFault(error: unknown): Fault {
  if (isQuotaError(error)) return fault('storage-full')
  throw error
}

function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('name' in error && error.name === 'QuotaExceededError') return true
  const inner = 'inner' in error ? [error.inner] : []
  const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures : []
  return [...inner, ...failures].some(isQuotaError)
}
