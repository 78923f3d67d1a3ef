import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { AccountId } from '../../../shared/ids.ts'

// Our own choice: more than anybody visits in a day, and too few to fill a disk.
const PER_HOUR = 60
const HOUR_S = 60 * 60

/** True where the account may leave one more request this hour. Counted in memory, since who asks is never kept. */
export type RequestThrottle = (account: AccountId) => Promise<boolean>

export function createRequestThrottle(): RequestThrottle {
  const byAccount = new RateLimiterMemory({ points: PER_HOUR, duration: HOUR_S })
  return async (account) => {
    try {
      await byAccount.consume(account)
      return true
    } catch (error) {
      if (error instanceof RateLimiterRes) return false
      throw error
    }
  }
}
