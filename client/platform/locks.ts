import type { Locks } from '../ports/locks.ts'

const FROZEN_AFTER_MS = 60_000

/** Web Locks. Who is stolen from goes on to its end all the same; nothing rests on being alone. */
export function createLocks(manager: LockManager, frozenAfterMs = FROZEN_AFTER_MS): Locks {
  return {
    async alone(name, task) {
      let running: ReturnType<typeof task> | null = null
      const start = () => (running = task())
      try {
        return await manager.request(name, { signal: AbortSignal.timeout(frozenAfterMs) }, start)
      } catch {
        return running ?? steal(manager, name, task)
      }
    },
  }
}

async function steal<Result>(
  manager: LockManager,
  name: string,
  task: () => Promise<Result>,
): Promise<Result> {
  let running: Promise<Result> | null = null
  try {
    return await manager.request(name, { steal: true }, () => (running = task()))
  } catch (error) {
    if (running) return running
    throw error
  }
}
