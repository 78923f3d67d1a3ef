import * as z from 'zod/mini'
import { accountIdSchema, deviceIdSchema, type DeviceId } from '../../shared/ids.ts'
import type { DeviceTrace } from '../ports/loss-watch.ts'
import { TRACES } from './traced.ts'

const tracesSchema = z.array(
  z.object({
    device: deviceIdSchema,
    account: accountIdSchema,
    unsent: z.nullable(z.int()),
    notedAt: z.nullable(z.string()),
    isLost: z.boolean(),
  }),
)

export type DeviceTraces = {
  readonly all: () => readonly DeviceTrace[]
  /** Takes the place of what was noted of the device before. */
  readonly note: (trace: DeviceTrace) => void
  readonly forget: (device: DeviceId) => void
}

/** Traces in `localStorage`, which browsers leave alone where they clear databases to make room. */
export function createDeviceTraces(storage: Pick<Storage, 'getItem' | 'setItem'>): DeviceTraces {
  function all(): readonly DeviceTrace[] {
    try {
      return tracesSchema.safeParse(JSON.parse(storage.getItem(TRACES) ?? '[]')).data ?? []
    } catch {
      return []
    }
  }

  function keep(traces: readonly DeviceTrace[]): void {
    try {
      storage.setItem(TRACES, JSON.stringify(traces))
    } catch {
      // Full or forbidden: the server remembers the device as well.
    }
  }

  const others = (device: DeviceId) => all().filter((trace) => trace.device !== device)
  return {
    all,
    note: (trace) => keep([...others(trace.device), trace]),
    forget: (device) => keep(others(device)),
  }
}
