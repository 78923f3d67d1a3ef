import { authorisation, authorisationAlways } from './authorisation.ts'
import { convergence } from './convergence.ts'
import type { Evidence } from './evidence.ts'
import { liveness } from './liveness.ts'
import { order } from './order.ts'
import { overlaps } from './overlaps.ts'
import { preservation } from './preservation.ts'
import { receipts } from './receipts.ts'
import { restartStability } from './restart-stability.ts'

/** What holds at any moment, in the midst of all faults. */
export function judgeAnyTime(evidence: Evidence): readonly string[] {
  return [
    ...preservation(evidence, 'always').map((breach) => `preservation: ${breach}`),
    ...order(evidence).map((breach) => `order: ${breach}`),
    ...authorisationAlways(evidence).map((breach) => `authorisation: ${breach}`),
  ]
}

/** Everything that holds once the world has become quiet; each line names a breach. */
export function judge(evidence: Evidence): readonly string[] {
  return [
    ...preservation(evidence, 'quiet').map((breach) => `preservation: ${breach}`),
    ...judgeAnyTime(evidence),
    ...liveness(evidence).map((breach) => `liveness: ${breach}`),
    ...convergence(evidence).map((breach) => `convergence: ${breach}`),
    ...restartStability(evidence).map((breach) => `restart stability: ${breach}`),
    ...overlaps(evidence).map((breach) => `overlaps: ${breach}`),
    ...receipts(evidence).map((breach) => `receipts: ${breach}`),
    ...authorisation(evidence).map((breach) => `authorisation: ${breach}`),
  ]
}
