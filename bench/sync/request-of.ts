import { gzipSync } from 'node:zlib'
import type { Change } from '../../shared/sync/change.ts'
import { PROTOCOL_VERSION } from '../../shared/sync/protocol.ts'
import type { ServerPhone } from '../servers/server-questions.ts'

/** What a phone sends that has read all: nothing comes down but what its own changes bring about. */
export function requestOf(
  { device, stream }: ServerPhone,
  epoch: string | null,
  changes: readonly unknown[],
): string {
  const cursors = epoch === null ? {} : { [stream]: '.-1.999999999' }
  return JSON.stringify({ protocol: PROTOCOL_VERSION, device, epoch, cursors, scope: 2, changes })
}

/** Headers of a packed request. */
export const PACKED = { 'content-type': 'application/json', 'content-encoding': 'gzip' }

/** A body as phones send it. */
export const packed = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text))

/** A survey's first change, moved to where its phone works. */
export function movedTo(change: Change, { stream }: ServerPhone): Change {
  const [kelurahan = '', rw = ''] = stream.split('/')
  const patch = {
    ...change.patch,
    'location/kelurahan': { from: null, to: kelurahan },
    'location/rw': { from: null, to: rw },
  }
  return {
    ...change,
    patch: Object.fromEntries(Object.entries(patch).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** @returns the server's history, which every later request names */
export async function readEpoch(url: string, phone: ServerPhone): Promise<string> {
  const response = await fetch(`${url}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: phone.cookie },
    body: requestOf(phone, null, []),
  })
  return ((await response.json()) as { epoch: string }).epoch
}

type Taken = { readonly results?: readonly { readonly outcome: string; readonly refused?: string }[] }

/** @throws Error where a reply does not say that all of its changes were applied */
export function expectTaken(status: number, reply: unknown, changes: number): void {
  const { results } = reply as Taken
  const isTaken =
    status === 200 &&
    results?.length === changes &&
    results.every(({ outcome, refused }) => outcome === 'applied' && refused === undefined)
  if (!isTaken) throw new Error(`not taken: ${status} ${JSON.stringify(results?.[0] ?? reply)}`)
}
