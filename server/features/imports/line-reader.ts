import { open } from 'node:fs/promises'

/** One physical line; `isCut` where it was longer than a row may be and its end was left out. */
export type Line = { readonly number: number; readonly text: string; readonly isCut: boolean }

/** Lines of one stretch of the file. */
export type Stretch = {
  readonly lines: readonly Line[]
  /** bytes of the file read so far */
  readonly bytesRead: number
}

/** Far more than any row has (about 300 bytes): a file without line ends must not fill the memory. */
export const MAX_LINE_BYTES = 16 * 1024

const STRETCH_BYTES = 64 * 1024
const LINE_FEED = 0x0a
const BYTE_ORDER_MARK = '\uFEFF'

/** Reads a file's lines in stretches of 64 KB: blank ones are counted but left out, and CR and BOM are taken off. */
export async function* readLines(path: string): AsyncGenerator<Stretch> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(STRETCH_BYTES)
    const splitter = createSplitter()
    let bytesRead = 0
    for (;;) {
      const { bytesRead: got } = await file.read(buffer, 0, STRETCH_BYTES, null)
      bytesRead += got
      const lines = got === 0 ? splitter.end() : splitter.push(buffer.subarray(0, got))
      yield { lines, bytesRead }
      if (got === 0) return
    }
  } finally {
    await file.close()
  }
}

function createSplitter() {
  let held: Buffer = Buffer.alloc(0)
  let isCut = false
  let number = 0

  function hold(bytes: Uint8Array): void {
    const room = MAX_LINE_BYTES - held.length
    isCut ||= bytes.length > room
    // A copy: the reader's buffer is used again.
    held = Buffer.concat([held, bytes.subarray(0, room)])
  }

  function finish(bytes: Uint8Array): Line | null {
    hold(bytes)
    number += 1
    const line = { number, text: textOf(held, number === 1), isCut }
    held = Buffer.alloc(0)
    isCut = false
    return isBlank(line.text) ? null : line
  }

  return {
    push: (bytes: Buffer): Line[] => {
      const lines: Line[] = []
      let start = 0
      for (;;) {
        const end = bytes.indexOf(LINE_FEED, start)
        if (end === -1) break
        const line = finish(bytes.subarray(start, end))
        if (line) lines.push(line)
        start = end + 1
      }
      if (start < bytes.length) hold(bytes.subarray(start))
      return lines
    },
    end: (): Line[] => {
      const line = finish(new Uint8Array())
      return line ? [line] : []
    },
  }
}

/** Spreadsheets leave lines of nothing but separators after the last row. */
function isBlank(text: string): boolean {
  return /^[\s|"]*$/.test(text)
}

function textOf(bytes: Buffer, isFirst: boolean): string {
  const utf8 = bytes.toString('utf8')
  // Older Windows programs write single bytes for accented letters; as UTF-8 those would be lost.
  const text = utf8.includes('\uFFFD') ? bytes.toString('latin1') : utf8
  const unmarked = isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  return unmarked.endsWith('\r') ? unmarked.slice(0, -1) : unmarked
}
