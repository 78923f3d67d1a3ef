import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Passed = { readonly method: string; readonly path: string; readonly offset: number | null }

/** Stands between a phone and the server, passes all on, and can break pictures off. */
export type CuttingProxy = {
  readonly url: string
  /** requests in their order */
  readonly passed: readonly Passed[]
  /** Passes so many more pieces of pictures and breaks the next one at 60 %; then nothing of pictures passes. */
  readonly cutAfter: (pieces: number) => void
  readonly isCut: () => boolean
  readonly mend: () => void
  readonly end: () => Promise<void>
}

const SHARE = 0.6

export async function cuttingProxy(target: () => string): Promise<CuttingProxy> {
  const passed: Passed[] = []
  let piecesLeft = Infinity
  let isCut = false

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = '', url = '', headers } = incoming
    const isPicture = url.startsWith('/api/uploads')
    if (isPicture && isCut) return void incoming.socket.destroy()
    const offset = headers['upload-offset']
    passed.push({ method, path: url, offset: typeof offset === 'string' ? Number(offset) : null })
    const onward = request(new URL(url, target()), { method, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(outgoing)
    })
    onward.on('error', () => incoming.socket.destroy())
    if (method === 'PATCH' && piecesLeft-- === 0) breakOff(incoming, onward)
    else incoming.pipe(onward)
  }

  function breakOff(incoming: IncomingMessage, onward: ReturnType<typeof request>): void {
    isCut = true
    let left = Math.floor(Number(incoming.headers['content-length']) * SHARE)
    incoming.on('data', (piece: Buffer) => {
      const part = piece.subarray(0, left)
      left -= part.length
      onward.write(part, () => {
        if (left > 0) return
        onward.socket?.end()
        incoming.socket.destroy()
      })
    })
  }

  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    passed,
    cutAfter: (pieces) => {
      piecesLeft = pieces
    },
    isCut: () => isCut,
    mend: () => {
      isCut = false
      piecesLeft = Infinity
    },
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
