import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { Zip, ZipDeflate } from 'fflate'
import type { PeriodId } from '../../../../shared/period.ts'

export type Written = { readonly bytes: number; readonly sha256: string }

export type ZipFile = {
  /** Adds a file of UTF-8 text; gives size and hash of what it holds, not of its compressed form. */
  add: (name: string, text: Iterable<string>) => Written
  /** Ends the archive, durably; gives its own size and hash. */
  end: () => Written
  /** Lets go of the file, whatever state it is in; harmless after {@link ZipFile.end}. */
  close: () => void
}

/** The compressor sees blocks of one size, however the text came: other blocks would be other bytes. */
const BLOCK_BYTES = 64 * 1024
const COMPRESSION_LEVEL = 6

/**
 * Begins a zip that is written as it grows, one file after the other. Equal texts give equal bytes.
 * @param period dates the files: its first day at noon, since the clock's hour and the time zone must not matter
 */
export function createZipFile(path: string, period: PeriodId): ZipFile {
  const file = openSync(path, 'w', 0o600)
  const written = createMeasure()
  let isOpen = true
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    written.add(chunk)
    writeAll(file, chunk)
  })
  const close = () => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return {
    add: (name, text) => {
      const entry = new ZipDeflate(name, { level: COMPRESSION_LEVEL })
      entry.mtime = noonOfFirstDay(period)
      zip.add(entry)
      const measure = createMeasure()
      for (const block of blocksOf(text)) {
        measure.add(block)
        entry.push(block)
      }
      entry.push(new Uint8Array(0), true)
      return measure.result()
    },
    end: () => {
      zip.end()
      fsyncSync(file)
      close()
      return written.result()
    },
    close,
  }
}

/** Zip has local times only, so the local noon is the same bytes everywhere; no zone skips it. */
function noonOfFirstDay(period: PeriodId): Date {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return new Date(year, month - 1, 1, 12)
}

function* blocksOf(text: Iterable<string>): Iterable<Uint8Array> {
  let waiting: Buffer = Buffer.alloc(0)
  for (const part of text) {
    waiting = Buffer.concat([waiting, Buffer.from(part)])
    let start = 0
    for (; waiting.length - start >= BLOCK_BYTES; start += BLOCK_BYTES) {
      yield waiting.subarray(start, start + BLOCK_BYTES)
    }
    waiting = waiting.subarray(start)
  }
  if (waiting.length > 0) yield waiting
}

function createMeasure() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    add: (chunk: Uint8Array) => {
      hash.update(chunk)
      bytes += chunk.length
    },
    result: (): Written => ({ bytes, sha256: hash.digest('hex') }),
  }
}

function writeAll(file: number, chunk: Uint8Array): void {
  for (let from = 0; from < chunk.length;) from += writeSync(file, chunk, from)
}
