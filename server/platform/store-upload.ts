import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { fault, isFault, type Fault } from '../../shared/faults.ts'

export type Upload = { readonly path: string; readonly sha256: string; readonly bytes: number }

/**
 * Writes a body to a file as it comes. What is too large, cut off, or does not fit on the disk is a fault and
 * leaves no file behind.
 */
export async function storeUpload(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  limitBytes: number,
): Promise<Upload | Fault> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limitBytes) throw new TooLarge()
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), measured, createWriteStream(path))
    return { path, sha256: hash.digest('hex'), bytes }
  } catch (error) {
    await rm(path, { force: true })
    const known = faultOf(error)
    if (!isFault(known)) throw error
    return known
  }
}

class TooLarge extends Error {}

function faultOf(error: unknown): Fault | null {
  if (error instanceof TooLarge) return fault('too-large')
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return fault('server-full')
  // Errors of the disk carry the call that failed; the others come from a body that was cut off.
  return syscall === undefined || syscall === 'read' ? fault('bad-request') : null
}
