import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { DeviceId } from '../../shared/ids.ts'
import type { Stream } from '../../shared/population/area.ts'

/** A phone that has signed in. */
export type ServerPhone = { readonly device: DeviceId; readonly stream: Stream; readonly cookie: string }

/** What a suite may ask the measured server's process. */
export type Asked =
  /** phones, each with an account of its own in one RW */
  | { readonly kind: 'phones'; readonly streams: readonly Stream[] }
  /** a list of so many households in one RW: 32.73.01.1001/005 */
  | { readonly kind: 'list'; readonly households: number }
  /** begins to watch its event loop, and says how late it was since */
  | { readonly kind: 'watch-loop' }
  | { readonly kind: 'loop' }
  | { readonly kind: 'state' }

type Answers = {
  readonly phones: readonly ServerPhone[]
  readonly list: null
  readonly 'watch-loop': null
  readonly loop: { readonly p99Ms: number; readonly maxMs: number }
  readonly state: { readonly changes: number; readonly quarantined: number; readonly rssBytes: number }
}

export type MeasuredServer = {
  readonly url: string
  readonly ask: <Kind extends Asked['kind']>(asked: Extract<Asked, { kind: Kind }>) => Promise<Answers[Kind]>
  readonly stop: () => void
}

/**
 * Starts a server of this folder from its sources, in a process of its own.
 * @param file that sends its port to whoever started it
 */
export async function startMeasured(file: 'product-server.ts' | 'bare-server.ts'): Promise<MeasuredServer> {
  const child = fork(new URL(file, import.meta.url), { execArgv: ['--import', 'tsx'] })
  const [port] = (await once(child, 'message')) as [number]
  return {
    url: `http://127.0.0.1:${port}`,
    ask: async (asked) => {
      child.send(asked)
      const [said] = (await once(child, 'message')) as [{ answer: Answers[typeof asked.kind] }]
      return said.answer
    },
    stop: () => child.kill(),
  }
}
