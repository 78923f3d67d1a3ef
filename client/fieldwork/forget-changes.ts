import { isFault } from '../../shared/faults.ts'
import type { Records } from '../ports/records.ts'
import type { DeviceBodies } from './bodies.ts'
import type { Memory } from './memory.ts'
import { commitPlan } from './plan.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** What was acknowledged stays so long in any case: our own choice, as long as the server keeps a copy of each day. */
const KEPT_MS = 35 * DAY_MS

/**
 * Makes the function that lets go of changes which are settled, in a verified copy and old enough; at most once a
 * day. Time is the server's alone. Rule [B7].
 */
export function createForgetting(ports: {
  readonly memory: Memory
  readonly records: Records<DeviceBodies>
}): () => Promise<void> {
  let lastMs = -Infinity
  return async () => {
    const { lastAt: at, backedUp = 0 } = ports.memory.progress.peek()
    if (at === null) return
    const nowMs = Date.parse(at)
    if (nowMs - lastMs < DAY_MS && nowMs >= lastMs) return
    const outcome = await commitPlan(
      ports,
      () => ports.records.where('outbox', 'state', 'settled'),
      (plan, settled): 'done' => {
        plan.know(settled)
        for (const { id, body } of settled) {
          const receivedMs = Date.parse(body.result?.receipt.at ?? at)
          if (body.change.seq <= backedUp && nowMs - receivedMs >= KEPT_MS) plan.remove('outbox', id)
        }
        return 'done'
      },
    )
    if (!isFault(outcome)) lastMs = nowMs
  }
}
