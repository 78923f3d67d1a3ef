import { createReadStream } from 'node:fs'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256, type RecipientContext } from '@hpke/core'
import type { RescueRefusal } from '../../../../shared/api/rescue.ts'
import {
  MAX_FRAME_BYTES,
  RESCUE_ENCAPSULATED_BYTES,
  RESCUE_INFO,
  RESCUE_KEY_ID_BYTES,
  RESCUE_MAGIC,
} from '../../../../shared/sync/rescue-file.ts'
import { importSealKey, type SealKeyPair } from '../../../platform/seal-key.ts'

/** A piece of a rescue file, opened. */
export type RescueFrame = { readonly kind: number; readonly content: Buffer }

/** Why a file cannot be read (on). */
export class UnreadableFile extends Error {
  constructor(readonly why: RescueRefusal) {
    super(`a rescue file cannot be read: ${why}`)
  }
}

const VERSION_BYTES = 1

/**
 * Opens a rescue file frame by frame; no more than one of them is in memory.
 * @throws UnreadableFile where it is no such file, of another server, damaged, or cut off inside of a frame
 */
export async function* readRescueFile(path: string, key: SealKeyPair): AsyncGenerator<RescueFrame> {
  const stream = createReadStream(path)
  try {
    yield* framesOf(takerOf(stream), key)
  } finally {
    // Else a file that is refused would stay open, and its bytes on the disk, until the server ends.
    stream.destroy()
  }
}

async function* framesOf(
  take: (bytes: number) => Promise<Buffer | null>,
  key: SealKeyPair,
): AsyncGenerator<RescueFrame> {
  expectMagic(await take(RESCUE_MAGIC.length))
  const keyId = await take(RESCUE_KEY_ID_BYTES)
  const enc = await take(RESCUE_ENCAPSULATED_BYTES)
  if (!keyId || !enc) throw new UnreadableFile('cut')
  if (keyId.toString('hex') !== key.id) throw new UnreadableFile('other-server')
  const context = await openContext(enc, key)
  for (;;) {
    const length = (await take(4))?.readUInt32BE()
    if (length === undefined) return
    if (length > MAX_FRAME_BYTES) throw new UnreadableFile('damaged')
    const sealed = await take(length)
    if (!sealed) throw new UnreadableFile('cut')
    const plain = await openFrame(context, sealed)
    yield { kind: plain[0] ?? 0, content: plain.subarray(1) }
  }
}

function expectMagic(magic: Buffer | null): void {
  const text = magic?.toString('latin1') ?? ''
  if (text === RESCUE_MAGIC) return
  const isOurs = text.slice(0, -VERSION_BYTES) === RESCUE_MAGIC.slice(0, -VERSION_BYTES)
  throw new UnreadableFile(isOurs ? 'newer' : 'foreign')
}

async function openContext(enc: Buffer, key: SealKeyPair): Promise<RecipientContext> {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  try {
    return await suite.createRecipientContext({
      recipientKey: await importSealKey(key),
      enc: bytesOf(enc),
      info: new TextEncoder().encode(RESCUE_INFO),
    })
  } catch {
    throw new UnreadableFile('damaged')
  }
}

async function openFrame(context: RecipientContext, sealed: Buffer): Promise<Buffer> {
  try {
    return Buffer.from(await context.open(bytesOf(sealed)))
  } catch {
    throw new UnreadableFile('damaged')
  }
}

/** Without the pool that small Buffers share. */
function bytesOf(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer)
}

/** Takes so many bytes of a stream; null at its end, and where it ends before. */
function takerOf(stream: AsyncIterable<Buffer>): (bytes: number) => Promise<Buffer | null> {
  const chunks = stream[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0
  return async (bytes) => {
    while (size < bytes) {
      const next = await chunks.next()
      if (next.done === true) return null
      held.push(next.value)
      size += next.value.length
    }
    const all = Buffer.concat(held)
    held = [all.subarray(bytes)]
    size -= bytes
    return all.subarray(0, bytes)
  }
}
