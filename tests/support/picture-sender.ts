import { createHash } from 'node:crypto'
import { request } from 'node:http'
import type { Patch } from '../../shared/sync/patch.ts'
import type { Browser } from './browser-session.ts'

const TUS = { 'tus-resumable': '1.0.0' }

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes that begin like a JPEG and go on by chance, but always alike for the same seed. */
export function picture(seed: string, bytes = 150_000): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(bytes)
  body.set([0xff, 0xd8, 0xff, 0xe0])
  let block = createHash('sha512').update(seed).digest()
  for (let at = 4; at < bytes; at += block.length) {
    body.set(block.subarray(0, bytes - at), at)
    block = createHash('sha512').update(block).digest()
  }
  return body
}

/** What a survey says of a picture that lies beside it. */
export function photoPatch(entry: string, sha256: string): Patch {
  const said = { order: 1, kind: 'rumah_depan', sha256, type: 'image/jpeg', bytes: 150_000 }
  return Object.fromEntries(
    Object.entries(said).map(([key, to]) => [`attachments/${entry}/${key}`, { from: null, to }]),
  )
}

/** Begins an upload by the protocol alone. */
export function begin(browser: Browser, sha256: string, bytes: number): Promise<Response> {
  return browser.send('POST', '/api/uploads', {
    ...TUS,
    'upload-length': String(bytes),
    'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
  })
}

/** Begins an upload that has to be sent, and says where it goes on. */
export async function beginAt(
  browser: Browser,
  content: Uint8Array,
  sha256 = sha256Of(content),
): Promise<string> {
  const reply = await begin(browser, sha256, content.length)
  const place = reply.headers.get('location')
  if (reply.status !== 201 || place === null) throw new Error(`${reply.status} ${await reply.text()}`)
  return place
}

const pieceHeaders = (offset: number) => ({
  ...TUS,
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
})

export function sendFrom(
  browser: Browser,
  place: string,
  offset: number,
  content: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  return browser.send('PATCH', place, pieceHeaders(offset), content.slice(offset))
}

/** How many bytes the server has; the status where it has no such upload. */
export async function offsetAt(
  browser: Browser,
  place: string,
): Promise<number | { readonly status: number }> {
  const reply = await browser.send('HEAD', place, TUS)
  return reply.status === 200 ? Number(reply.headers.get('upload-offset')) : { status: reply.status }
}

/** The whole of it, at once. Gives the last reply's status. */
export async function sendPicture(browser: Browser, content: Uint8Array<ArrayBuffer>): Promise<number> {
  return (await sendFrom(browser, await beginAt(browser, content), 0, content)).status
}

/** Sends the first bytes of the whole over a connection that then breaks. */
export function sendAndBreak(
  url: string,
  browser: Browser,
  place: string,
  content: Uint8Array,
  bytes: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { ...pieceHeaders(0), cookie: browser.cookie, 'content-length': content.length }
    const sending = request(new URL(place, url), { method: 'PATCH', headers })
    sending.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve() : reject(error),
    )
    sending.on('response', () => reject(new Error('the request was answered before it ended')))
    sending.on('close', () => resolve())
    sending.write(content.subarray(0, bytes), () => sending.destroy())
  })
}
