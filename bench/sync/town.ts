import { Agent, request as ask } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { KELURAHAN, type Stream } from '../../shared/population/area.ts'
import type { Measurement } from '../figure.ts'
import { startMeasured, type MeasuredServer, type ServerPhone } from '../servers/server-questions.ts'
import { surveyChanges } from '../survey-changes.ts'
import { expectTaken, movedTo, PACKED, packed, readEpoch, requestOf } from './request-of.ts'

/** How many phones; fewer to try it out. */
const PHONES = Number(process.env['BENCH_PHONES'] ?? 10_000)
const SURVEYS = 5
/** All begin within this time, as after work. */
const RUSH_MS = 60_000
const RW_EACH = 250

type Drained = {
  /** from the phone's first try to its receipts */
  readonly drainedMs: number
  /** its last request */
  readonly syncMs: number
  readonly refusals: number
}

function streamOfPhone(index: number): Stream {
  const kelurahan = KELURAHAN[Math.floor(index / RW_EACH) % KELURAHAN.length]
  return `${kelurahan?.code ?? ''}/${String((index % RW_EACH) + 1).padStart(3, '0')}` as Stream
}

/** One request on a connection of its own, as each phone has. */
function send(url: string, agent: Agent, { cookie }: ServerPhone, body: Uint8Array) {
  return new Promise<{ status: number; retryAfterS: number; reply: unknown }>((resolve, reject) => {
    const headers = { ...PACKED, cookie, 'accept-encoding': 'gzip', 'content-length': body.byteLength }
    const asked = ask(`${url}/api/sync`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(parts)
        const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
        resolve({
          status: response.statusCode ?? 0,
          retryAfterS: Number(response.headers['retry-after']),
          reply: JSON.parse(text.toString()) as unknown,
        })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Tries until it has its receipts; what the server asks for is waited for, with the phone's own chance added. */
async function drain(url: string, agent: Agent, phone: ServerPhone, body: Uint8Array): Promise<Drained> {
  await pause(Math.random() * RUSH_MS)
  const beganAt = performance.now()
  for (let refusals = 0; ; refusals++) {
    const askedAt = performance.now()
    const said = await send(url, agent, phone, body).catch(() => null)
    if (said?.status === 200) {
      expectTaken(said.status, said.reply, SURVEYS)
      return { drainedMs: performance.now() - beganAt, syncMs: performance.now() - askedAt, refusals }
    }
    if (said && said.status !== 503) throw new Error(`a phone was told ${said.status}`)
    const seconds = said ? Math.max(2, said.retryAfterS) : 2
    await pause(seconds * 1000 * (1 + Math.random() / 4))
  }
}

/** Largest resident memory of the server, asked for every second until it is stopped. */
function watchMemory(server: MeasuredServer) {
  let mostBytes = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      mostBytes = Math.max(mostBytes, (await server.ask<'state'>({ kind: 'state' })).rssBytes)
      await pause(1_000)
    }
  })()
  return async () => {
    isOver = true
    await watching
    return mostBytes
  }
}

/** A city's phones after work: each sends its five surveys, from one process. */
export async function measureTown(report: (measurement: Measurement) => void): Promise<void> {
  const server = await startMeasured('product-server.ts')
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
  try {
    const streams = Array.from({ length: PHONES }, (_, index) => streamOfPhone(index))
    const phones = await server.ask<'phones'>({ kind: 'phones', streams })
    const [first] = phones
    if (!first) throw new Error('no phone')
    const epoch = await readEpoch(server.url, first)
    // Made before, so that the server is not kept waiting by who measures it.
    const bodies = phones.map((phone) => {
      const changes = surveyChanges(phone.device, 1, SURVEYS).map((change) => movedTo(change, phone))
      return packed(requestOf(phone, epoch, changes))
    })
    const memory = watchMemory(server)
    const startedAt = performance.now()
    const drained = await Promise.all(
      phones.map((phone, index) => drain(server.url, agent, phone, bodies[index] ?? new Uint8Array())),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const mostBytes = await memory()
    const { changes, quarantined } = await server.ask<'state'>({ kind: 'state' })
    const sent = PHONES * SURVEYS
    const p99 = (values: readonly number[]) =>
      values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0
    const syncs = drained.map(({ syncMs }) => syncMs)
    const ends = drained.map(({ drainedMs }) => drainedMs / 1000)
    const name = `${PHONES.toLocaleString('en')} phones`
    report({
      name: `${name}, drained`,
      unit: 'phones',
      samples: [drained.length],
      reach: { atLeast: PHONES },
    })
    report({
      name: `${name}, surveys lost`,
      unit: 'surveys',
      samples: [sent - changes + quarantined],
      reach: { atMost: 0 },
    })
    report({ name: `${name}, taken`, unit: 'changes/s', samples: [sent / seconds] })
    report({ name: `${name}, a sync`, unit: 'ms', samples: syncs })
    report({ name: `${name}, a sync, p99`, unit: 'ms', samples: [p99(syncs)] })
    report({ name: `${name}, from the first try to the receipts`, unit: 's', samples: ends })
    report({ name: `${name}, from the first try to the receipts, p99`, unit: 's', samples: [p99(ends)] })
    report({
      name: `${name}, told to come back`,
      unit: 'times',
      samples: [drained.reduce((sum, one) => sum + one.refusals, 0)],
    })
    report({ name: `${name}, memory of the server`, unit: 'MB', samples: [mostBytes / 2 ** 20] })
  } finally {
    agent.destroy()
    server.stop()
  }
}
