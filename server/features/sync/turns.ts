import type { DeviceId } from '../../../shared/ids.ts'

/** One is answered; two tabs and a network that sends twice may have three more. */
const MOST_AT_ONCE = 4

export type Turns = {
  /**
   * Runs a device's task once those before it have ended, well or not.
   * @returns null where three wait already
   */
  readonly take: <Result>(device: DeviceId, task: () => Promise<Result>) => Promise<Result> | null
}

/**
 * Lets the requests of one device follow each other, as those of two tabs, or of a phone that gave up waiting while
 * its first request is still at work: the second then finds what the first one stored. Rule [W5] of SPEC.md.
 */
export function createTurns(): Turns {
  const lines = new Map<DeviceId, { length: number; end: Promise<unknown> }>()
  return {
    take: (device, task) => {
      const line = lines.get(device) ?? { length: 0, end: Promise.resolve() }
      if (line.length === MOST_AT_ONCE) return null
      line.length += 1
      lines.set(device, line)
      const turn = line.end.then(task).finally(() => {
        line.length -= 1
        if (line.length === 0) lines.delete(device)
      })
      line.end = turn.catch(() => undefined)
      return turn
    },
  }
}
