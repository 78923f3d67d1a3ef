import 'fake-indexeddb/auto'
import { createApi } from '../../client/platform/api.ts'
import { openPhone } from '../../client/sync/testing/phone.ts'
import { newId } from '../../server/platform/ids.ts'
import { sessionSchema } from '../../shared/api/session.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { signIn, siteOf } from '../../tests/support/browser-session.ts'
import type { Measurement } from '../figure.ts'
import { startField } from '../phone/field-server.ts'

const HOUSEHOLDS = 2_000
/** Some rows of a generated list are refused, as of every list. */
const LISTED = 2_005

/** What went over the wire since it was last asked. */
type Traffic = { requests: number; sentBytes: number; receivedBytes: number }

/** The phone's own adapter, whose every request is weighed on its way. */
async function openWeighed(url: string) {
  const device = newId<DeviceId>()
  const { signedIn } = await signIn(siteOf({ url }), 'rina', 'demo-bandung', device)
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { receiptKey } = sessionSchema.parse(await signedIn.json())
  const through = globalThis.fetch
  let traffic: Traffic = { requests: 0, sentBytes: 0, receivedBytes: 0 }
  globalThis.fetch = async (path, init) => {
    const headers = { ...(init?.headers as Record<string, string>), cookie, 'accept-encoding': 'gzip' }
    const response = await through(new URL(path as string, url), { ...init, headers })
    const length = response.headers.get('content-length')
    if (length === null) throw new Error('a reply without its length')
    traffic.requests += 1
    traffic.sentBytes += new Blob([init?.body as string | ArrayBuffer]).size
    traffic.receivedBytes += Number(length)
    return response
  }
  const api = createApi()
  const phone = await openPhone(
    {
      receiptKey,
      sync: (request) => api.sync(request),
      signed: (_device, reply) => Promise.resolve({ ...reply, signature: null }),
    },
    device,
  )
  return {
    phone,
    /** What one sync takes. */
    weigh: async (): Promise<Traffic> => {
      traffic = { requests: 0, sentBytes: 0, receivedBytes: 0 }
      await phone.engine.sync()
      const { kind } = phone.engine.state.value
      if (kind !== 'up-to-date') throw new Error(`the phone is ${kind}`)
      return traffic
    },
    close: () => {
      globalThis.fetch = through
    },
  }
}

/** Bytes of bodies that the phone's own client and the built server exchange, packed as they are. Exact. */
export async function measureWire(report: (measurement: Measurement) => void): Promise<void> {
  const server = await startField(LISTED, [])
  const { phone, weigh, close } = await openWeighed(server.url)
  try {
    const first = await weigh()
    const { size } = phone.fieldWork.households.value
    if (size < HOUSEHOLDS) throw new Error(`only ${size} households came`)
    const of = (name: string, unit: string, value: number, atMost?: number) =>
      report({ name, unit, samples: [value], ...(atMost !== undefined && { reach: { atMost } }) })
    of('first sync of 2,000 households', 'requests', first.requests, 10)
    of('first sync, received', 'bytes gzipped', first.receivedBytes, 700_000)
    const idle = await weigh()
    of('sync with nothing new', 'requests', idle.requests, 1)
    of('sync with nothing new, both ways', 'bytes', idle.sentBytes + idle.receivedBytes, 600)

    const [household = ''] = phone.fieldWork.households.value.keys()
    const answerAll = async (answers: Readonly<Record<string, string>>) => {
      for (const [path, to] of Object.entries(answers)) await phone.answer(household, path, to)
    }
    await answerAll({ 'dwelling/floor': 'keramik', 'dwelling/roof': 'genteng', 'dwelling/wall': 'tembok' })
    await weigh()
    await answerAll({ 'dwelling/floor': 'tanah', 'dwelling/roof': 'seng', 'dwelling/wall': 'bambu' })
    const edit = await weigh()
    of('edit of three fields, sent', 'bytes gzipped', edit.sentBytes, 400)
    of('edit of three fields, reply with receipt', 'bytes gzipped', edit.receivedBytes, 450)
  } finally {
    close()
    await server.end()
  }
}
