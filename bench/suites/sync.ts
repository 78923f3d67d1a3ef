import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { newId } from '../../server/platform/ids.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { Suite } from '../figure.ts'
import { surveyChanges } from '../survey-changes.ts'

const BATCH = 100
const BATCHES_PER_ROUND = 10
const CONNECTIONS = 4
const ROUNDS = 7

type Target = { readonly url: string; readonly stop: () => void }

async function start(file: string): Promise<Target> {
  const child: ChildProcess = fork(new URL(`../servers/${file}`, import.meta.url), {
    execArgv: ['--import', 'tsx'],
  })
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() }
}

/** A phone's session; the bare server has none. */
async function signIn(url: string, device: DeviceId): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'ukur', password: 'ukur', device: { id: device, name: 'ukur' } }),
  })
  if (!response.ok) throw new Error(`signing in: ${response.status}`)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

type Load = { readonly device: DeviceId; readonly bodies: readonly string[] }

/** The changes of one round, batch by batch for each device; both servers get the same. */
function makeRound(devices: readonly DeviceId[], round: number): readonly unknown[][][] {
  const perDevice = BATCH * BATCHES_PER_ROUND
  return devices.map((device) =>
    Array.from({ length: BATCHES_PER_ROUND }, (_, batch) =>
      surveyChanges(device, round * perDevice + batch * BATCH + 1, BATCH),
    ),
  )
}

function toLoads(devices: readonly DeviceId[], round: readonly unknown[][][], epoch: string): Load[] {
  // A phone that has read to the end: what others sent meanwhile is pulled by itself, not here.
  const cursors = { '32.73.01.1001/005': '.-1.999999999' }
  return devices.map((device, index) => ({
    device,
    bodies: (round[index] ?? []).map((changes) =>
      JSON.stringify({ protocol: 2, device, epoch, cursors, scope: 1, changes }),
    ),
  }))
}

/** Changes per second over all connections, each sending its batches one after the other. */
async function push(
  url: string,
  loads: readonly Load[],
  cookies: ReadonlyMap<DeviceId, string>,
): Promise<number> {
  const startedAt = performance.now()
  await Promise.all(
    loads.map(async ({ device, bodies }) => {
      for (const body of bodies) {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: cookies.get(device) ?? '' },
          body,
        })
        const reply = (await response.json()) as { results?: { outcome: string; refused: string | null }[] }
        if (!response.ok) throw new Error(`push: ${response.status}`)
        const isTaken = reply.results?.every(
          ({ outcome, refused }) => outcome === 'applied' && refused === null,
        )
        if (isTaken === false) throw new Error(`not taken: ${JSON.stringify(reply.results?.[0])}`)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  return (loads.length * BATCHES_PER_ROUND * BATCH) / seconds
}

/**
 * Changes pushed per second through HTTP, beside a bare `node:http` + better-sqlite3 server that only parses and
 * inserts the same bodies with the same durability; both in turn, round by round.
 */
export const suite: Suite = {
  name: 'sync',
  async run(report) {
    const devices = Array.from({ length: CONNECTIONS }, () => newId<DeviceId>())
    // Made before the servers are spoken to: their idle connections would time out meanwhile.
    const rounds = Array.from({ length: ROUNDS + 1 }, (_, round) => makeRound(devices, round))
    const [product, bare] = await Promise.all([start('product-server.ts'), start('bare-server.ts')])
    try {
      const cookies = new Map<DeviceId, string>()
      for (const device of devices) cookies.set(device, await signIn(product.url, device))
      const [first] = devices as [DeviceId]
      const epoch = await readEpoch(product.url, first, cookies.get(first) ?? '')
      const rates: { product: number; bare: number }[] = []
      for (const [number, round] of rounds.entries()) {
        const loads = toLoads(devices, round, epoch)
        const rate = {
          product: await push(`${product.url}/api/sync`, loads, cookies),
          bare: await push(bare.url, loads, cookies),
        }
        // The first round warms up both and is not counted.
        if (number === 0) {
          const bytes = (loads[0]?.bodies[0]?.length ?? 0) / BATCH
          report({ name: 'size of a change', unit: 'bytes', samples: [Math.round(bytes)] })
        } else rates.push(rate)
      }
      report({ name: 'push', unit: 'changes/s', samples: rates.map((rate) => rate.product) })
      report({ name: 'push, bare server', unit: 'changes/s', samples: rates.map((rate) => rate.bare) })
      report({
        name: 'push beside bare',
        unit: 'ratio',
        samples: rates.map((rate) => rate.product / rate.bare),
      })
    } finally {
      product.stop()
      bare.stop()
    }
  },
}

async function readEpoch(url: string, device: DeviceId, cookie: string): Promise<string> {
  const response = await fetch(`${url}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ protocol: 2, device, epoch: null, cursors: {}, scope: 0, changes: [] }),
  })
  return ((await response.json()) as { epoch: string }).epoch
}
