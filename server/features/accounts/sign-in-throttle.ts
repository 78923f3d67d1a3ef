import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const WINDOW_S = 15 * 60

// One address may stand for a whole office behind a router.
const ADDRESS_FACTOR = 10

export type SignInThrottle = {
  /** Counts a try; false where the account or the address has to wait. */
  admit: (username: string, address: string) => Promise<boolean>
  /** A right password clears the account's count from that address, and does not count for the address. */
  clear: (username: string, address: string) => Promise<void>
}

/**
 * Slows down guessing: so many tries in 15 minutes for an account from one address (others at other addresses
 * are not locked out by it), ten times as many for an address. Counted in memory: a restart forgives.
 */
export function createSignInThrottle(tries: number): SignInThrottle {
  const byAccount = new RateLimiterMemory({ points: tries, duration: WINDOW_S })
  const byAddress = new RateLimiterMemory({ points: tries * ADDRESS_FACTOR, duration: WINDOW_S })
  const key = (username: string, address: string) => `${username.toLowerCase()}\n${address}`
  return {
    admit: async (username, address) => {
      try {
        await byAddress.consume(address)
        await byAccount.consume(key(username, address))
        return true
      } catch (error) {
        if (error instanceof RateLimiterRes) return false
        throw error
      }
    },
    clear: async (username, address) => {
      await byAccount.delete(key(username, address))
      await byAddress.reward(address)
    },
  }
}
