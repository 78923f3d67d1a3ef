import type { Stream } from '../../shared/population/area.ts'
import { syncReplySchema } from '../../shared/sync/protocol.ts'
import type { Measurement } from '../figure.ts'
import { startMeasured, type MeasuredServer, type ServerPhone } from '../servers/server-questions.ts'
import { surveyChanges } from '../survey-changes.ts'
import { expectTaken, movedTo, PACKED, packed, readEpoch, requestOf } from './request-of.ts'

const ROUNDS = 3
const PULLING = 25
const SENDING = 25
const HOUSEHOLDS = 2_000
const BATCHES = 4
const BATCH = 25
const LISTED = '32.73.01.1001/005' as Stream

/** How late the server's event loop is while half of fifty phones fetch their first list and half send 100 surveys. */
export async function measureEventLoop(report: (measurement: Measurement) => void): Promise<void> {
  const server = await startMeasured('product-server.ts')
  const p99: number[] = []
  const longest: number[] = []
  try {
    await server.ask<'list'>({ kind: 'list', households: HOUSEHOLDS })
    for (let round = 0; round <= ROUNDS; round++) {
      const { p99Ms, maxMs } = await watchRound(server, round)
      // The first round warms it up and is not counted.
      if (round === 0) continue
      p99.push(p99Ms)
      longest.push(maxMs)
    }
  } finally {
    server.stop()
  }
  const name = 'event loop while 50 phones sync'
  report({ name: `${name}, p99`, unit: 'ms', samples: p99, reach: { atMost: 20 } })
  report({ name: `${name}, longest`, unit: 'ms', samples: longest })
}

async function watchRound(server: MeasuredServer, round: number) {
  const listed = Array.from({ length: PULLING }, () => LISTED)
  const own = Array.from(
    { length: SENDING },
    (_, index) => `32.73.02.1001/${100 * (round + 1) + index}` as Stream,
  )
  const phones = await server.ask<'phones'>({ kind: 'phones', streams: [...listed, ...own] })
  const [first] = phones
  if (!first) throw new Error('no phone')
  const epoch = await readEpoch(server.url, first)
  const loads = phones.slice(PULLING).map((phone) => ({ phone, bodies: bodiesOf(phone, epoch) }))
  await server.ask<'watch-loop'>({ kind: 'watch-loop' })
  await Promise.all([
    ...phones.slice(0, PULLING).map((phone) => pullAll(server.url, phone)),
    ...loads.map(({ phone, bodies }) => sendAll(server.url, phone, bodies)),
  ])
  return server.ask<'loop'>({ kind: 'loop' })
}

function bodiesOf(phone: ServerPhone, epoch: string): readonly Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: BATCHES }, (_, batch) => {
    const changes = surveyChanges(phone.device, batch * BATCH + 1, BATCH).map((change) =>
      movedTo(change, phone),
    )
    return packed(requestOf(phone, epoch, changes))
  })
}

async function sendAll(
  url: string,
  phone: ServerPhone,
  bodies: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const headers = { ...PACKED, cookie: phone.cookie }
  for (const body of bodies) {
    const response = await fetch(`${url}/api/sync`, { method: 'POST', headers, body })
    expectTaken(response.status, await response.json(), BATCH)
  }
}

async function pullAll(url: string, phone: ServerPhone): Promise<void> {
  let epoch: string | null = null
  let cursors: Record<string, string> = {}
  for (let remaining = 1; remaining > 0;) {
    const request = { ...(JSON.parse(requestOf(phone, epoch, [])) as object), cursors }
    const response = await fetch(`${url}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: phone.cookie },
      body: JSON.stringify(request),
    })
    const reply = syncReplySchema.parse(await response.json())
    epoch = reply.epoch
    cursors = { ...cursors, ...reply.cursors }
    remaining = reply.remaining
  }
}
