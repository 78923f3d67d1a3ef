import { isFault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'

/** The same server; tells when an answer means that somebody has to sign in again. */
export function watchApi(api: Api, onSignedOut: () => void): Api {
  return new Proxy(api, {
    get(target, key): unknown {
      const method: unknown = Reflect.get(target, key)
      if (typeof method !== 'function') return method
      return async (...args: unknown[]) => {
        const answer: unknown = await method.apply(target, args)
        if (isFault(answer) && (answer.fault === 'signed-out' || answer.fault === 'device-of-another')) {
          onSignedOut()
        }
        return answer
      }
    },
  })
}
