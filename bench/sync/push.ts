import type { Stream } from '../../shared/population/area.ts'
import type { Measurement } from '../figure.ts'
import { startMeasured, type MeasuredServer, type ServerPhone } from '../servers/server-questions.ts'
import { surveyChanges } from '../survey-changes.ts'
import { expectTaken, PACKED, packed, readEpoch, requestOf } from './request-of.ts'

export const BATCH = 100
const BATCHES_PER_ROUND = 10
const CONNECTIONS = 4
const ROUNDS = 7

const STREAM = '32.73.01.1001/005' as Stream

type Load = { readonly phone: ServerPhone; readonly texts: readonly string[] }

export type ProductPush = {
  readonly server: MeasuredServer
  readonly phones: readonly ServerPhone[]
  readonly epoch: string
}

/** The product with a phone for each connection. */
export async function startProduct(): Promise<ProductPush> {
  const server = await startMeasured('product-server.ts')
  const streams = Array.from({ length: CONNECTIONS }, () => STREAM)
  const phones = await server.ask<'phones'>({ kind: 'phones', streams })
  const [first] = phones
  if (!first) throw new Error('no phone')
  return { server, phones, epoch: await readEpoch(server.url, first) }
}

/** The changes of one round, batch by batch for each phone. */
export function roundFor(phones: readonly ServerPhone[], round: number): readonly unknown[][][] {
  const perPhone = BATCH * BATCHES_PER_ROUND
  return phones.map(({ device }) =>
    Array.from({ length: BATCHES_PER_ROUND }, (_, batch) =>
      surveyChanges(device, round * perPhone + batch * BATCH + 1, BATCH, 'draft'),
    ),
  )
}

/** Changes per second over all connections, each sending its batches one after the other. */
async function push(url: string, loads: readonly Load[], isProduct: boolean): Promise<number> {
  const bodies = loads.map(({ texts }) => texts.map((text) => (isProduct ? packed(text) : text)))
  const startedAt = performance.now()
  await Promise.all(
    loads.map(async ({ phone }, index) => {
      for (const body of bodies[index] ?? []) {
        const headers = isProduct
          ? { ...PACKED, cookie: phone.cookie }
          : { 'content-type': 'application/json' }
        const response = await fetch(url, { method: 'POST', headers, body })
        const reply: unknown = await response.json()
        if (isProduct) expectTaken(response.status, reply, BATCH)
        else if (!response.ok) throw new Error(`bare server: ${response.status}`)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  return (loads.length * BATCHES_PER_ROUND * BATCH) / seconds
}

/** A round pushed into the product, as phones push it. */
export function pushRound(
  { server, phones, epoch }: ProductPush,
  round: readonly unknown[][][],
): Promise<number> {
  return push(`${server.url}/api/sync`, loadsOf(phones, round, epoch), true)
}

function loadsOf(
  phones: readonly ServerPhone[],
  round: readonly unknown[][][],
  epoch: string,
): readonly Load[] {
  return phones.map((phone, index) => ({
    phone,
    texts: (round[index] ?? []).map((changes) => requestOf(phone, epoch, changes)),
  }))
}

/** Changes per second of the product, and of a bare server that takes the same bodies unpacked, round by round. */
export async function measurePush(report: (measurement: Measurement) => void): Promise<void> {
  const [product, bare] = await Promise.all([startProduct(), startMeasured('bare-server.ts')])
  try {
    const rates: { product: number; bare: number }[] = []
    for (let number = 0; number <= ROUNDS; number++) {
      const round = roundFor(product.phones, number)
      const loads = loadsOf(product.phones, round, product.epoch)
      const rate = { product: await pushRound(product, round), bare: await push(bare.url, loads, false) }
      // The first round warms up both and is not counted.
      if (number > 0) rates.push(rate)
      else report({ name: 'size of a change', unit: 'bytes', samples: [sizeOf(loads)] })
    }
    report({ name: 'push', unit: 'changes/s', samples: rates.map((rate) => rate.product) })
    report({ name: 'push, bare server', unit: 'changes/s', samples: rates.map((rate) => rate.bare) })
    report({
      name: 'push beside bare',
      unit: 'ratio',
      samples: rates.map((rate) => rate.product / rate.bare),
      reach: { atLeast: 0.5 },
    })
  } finally {
    product.server.stop()
    bare.stop()
  }
}

function sizeOf(loads: readonly Load[]): number {
  return Math.round((loads[0]?.texts[0]?.length ?? 0) / BATCH)
}
