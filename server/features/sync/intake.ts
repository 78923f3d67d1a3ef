import type { FaultCode } from '../../../shared/faults.ts'
import type { WriteQueue } from '../../database/write-queue.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Turnstile } from '../../platform/turnstile.ts'
import { createIntakeJob, type IntakeParts, type Received } from './intake-job.ts'
import { readReceived, type ReceivedChange } from './received-change.ts'

export type Intake = {
  /**
   * Takes a device's changes in their order; each is durable before its result is returned.
   * @param hold why new ones are held in quarantine, whatever they say; null where nothing forbids them
   */
  receive: (actor: Actor, changes: readonly unknown[], hold?: FaultCode | null) => Promise<Received>
}

/**
 * Takes changes one by one: a bad one goes into quarantine and never holds up the others; one sent before gets
 * its first result again. Rules [S1] to [S8] and [S15] of SPEC.md.
 */
export function createIntake(
  parts: IntakeParts & { readonly queue: WriteQueue; readonly turnstile: Turnstile },
): Intake {
  return {
    receive: async (actor, changes, hold = null) => {
      if (changes.length === 0) return { results: [], expected: null }
      const job = createIntakeJob(parts, { actor, hold }, await readAll(changes, parts.turnstile))
      await parts.queue.run(job)
      return job.received()
    },
  }
}

async function readAll(
  changes: readonly unknown[],
  turnstile: Turnstile,
): Promise<readonly ReceivedChange[]> {
  const received: ReceivedChange[] = []
  // Reading changes takes no transaction, but everybody else waits for this thread all the same.
  for (const change of changes) received.push(await turnstile.run(() => readReceived(change)))
  return received
}
