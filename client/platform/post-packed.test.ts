import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { SERVER_MARK } from '../../shared/api/server-mark.ts'
import { FAULTS, fault, type FaultCode } from '../../shared/faults.ts'
import { postPacked } from './post-packed.ts'

type Sent = { readonly encoding: string | undefined; readonly body: ArrayBuffer | string }

let sent: Sent[] = []
/** what is said to the next requests; afterwards all is well */
let answers: FaultCode[] = []

beforeEach(() => {
  sent = []
  answers = []
  vi.stubGlobal('fetch', (_path: string, { headers, body }: RequestInit) => {
    const encoding = new Headers(headers).get('content-encoding') ?? undefined
    sent.push({ encoding, body: body as ArrayBuffer | string })
    const code = answers.shift()
    if (!code) return Promise.resolve(Response.json({ taken: true }, { headers: { [SERVER_MARK]: '1' } }))
    const { status } = FAULTS[code]
    return Promise.resolve(Response.json({ type: '', title: '', status, code }, { status }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const schema = z.object({ taken: z.boolean() })
const LARGE = { note: 'Rumah panggung di tepi kali. '.repeat(40) }
const send = (body: object) => postPacked(schema, '/api/sync', body, 1000)

test('[W1] a body that is worth it goes packed, a small one as it is', async () => {
  expect(await send(LARGE)).toEqual({ taken: true })
  expect(await send({ note: 'kecil' })).toEqual({ taken: true })
  const [packed, small] = sent
  expect(packed?.encoding).toBe('gzip')
  expect(gunzipSync(packed?.body as ArrayBuffer).toString()).toBe(JSON.stringify(LARGE))
  expect(small).toEqual({ encoding: undefined, body: '{"note":"kecil"}' })
})

test('[W1] a browser that cannot pack sends it as it is', async () => {
  vi.stubGlobal('CompressionStream', undefined)
  Reflect.deleteProperty(globalThis, 'CompressionStream')
  expect(await send(LARGE)).toEqual({ taken: true })
  expect(sent).toEqual([{ encoding: undefined, body: JSON.stringify(LARGE) }])
})

test.each(['unknown-encoding', 'bad-request'] as const)(
  '[W3] where nobody can read it packed (%s), it goes again as it is',
  async (code) => {
    answers = [code]
    expect(await send(LARGE)).toEqual({ taken: true })
    expect(sent.map(({ encoding }) => encoding)).toEqual(['gzip', undefined])
  },
)

test('every other answer is the answer', async () => {
  answers = ['too-large']
  expect(await send(LARGE)).toEqual(fault('too-large'))
  expect(sent).toHaveLength(1)
})
