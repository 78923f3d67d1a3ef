import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'

/** What happens to one sync on its way. */
export const WEATHERS = [
  'request lost',
  'reply lost',
  'reply cut short',
  'reply late',
  'sent twice',
  'reply rewritten',
  'a proxy answers 502',
] as const
export type Weather = (typeof WEATHERS)[number]

/** A proxy before a server that does to a sync what bad networks do. All else goes through. */
export type BadWay = {
  readonly url: string
  /** What happens to the next sync. Resolves once it has happened. */
  readonly next: (weather: Weather) => Promise<void>
  /** Holds the reply to the next sync for ever. Resolves once the server has answered. */
  readonly holdNext: () => Promise<void>
  readonly end: () => Promise<void>
}

const LATE_MS = 1500

type Reply = {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Puts a proxy on a port of its own before `url`. */
export async function openBadWay(url: string): Promise<BadWay> {
  let plan: { readonly weather: Weather | 'held'; readonly happened: () => void } | null = null

  async function forward(method: string, path: string, headers: IncomingMessage['headers'], body: Buffer) {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      // A packed reply could not be rewritten.
      const unpacked = { ...headers, 'accept-encoding': 'identity' }
      ask(new URL(path, url), { method, headers: unpacked })
        .on('response', resolve)
        .on('error', reject)
        .end(body)
    })
    return {
      status: incoming.statusCode ?? 502,
      headers: incoming.headers,
      body: await read(incoming),
    } satisfies Reply
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request
    const body = await read(request)
    const planned = path === '/api/sync' ? plan : null
    if (planned) plan = null
    const send = () => forward(method, path, headers, body)
    switch (planned?.weather) {
      case undefined:
        answer(response, await send())
        break
      case 'request lost':
        response.destroy()
        break
      case 'reply lost':
        await send()
        response.destroy()
        break
      case 'reply cut short': {
        const reply = await send()
        response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length })
        response.write(reply.body.subarray(0, Math.floor(reply.body.length * 0.6)), () => response.destroy())
        break
      }
      case 'reply late': {
        const reply = await send()
        setTimeout(() => answer(response, reply), LATE_MS)
        break
      }
      case 'sent twice':
        await send()
        answer(response, await send())
        break
      case 'reply rewritten':
        answer(response, rewritten(await send()))
        break
      case 'a proxy answers 502':
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>')
        break
      case 'held':
        await send()
        break
    }
    planned?.happened()
  }

  const proxy = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  proxy.listen(0)
  await once(proxy, 'listening')
  const planNext = (weather: Weather | 'held') =>
    new Promise<void>((resolve) => {
      plan = { weather, happened: resolve }
    })
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    next: planNext,
    holdNext: () => planNext('held'),
    end: async () => {
      proxy.closeAllConnections()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function answer(response: ServerResponse, { status, headers, body }: Reply): void {
  const { 'transfer-encoding': _, ...others } = headers
  response.writeHead(status, { ...others, 'content-length': body.length }).end(body)
}

/** Somebody on the way makes other receipts of the server's. */
function rewritten(reply: Reply): Reply {
  return { ...reply, body: Buffer.from(reply.body.toString().replaceAll(/"hash":"[0-9a-f]/g, '"hash":"_')) }
}
