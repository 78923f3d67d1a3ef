import { expect, test } from 'vitest'
import { testFile } from '../../../tests/support/list-file.ts'
import { MAX_LINE_BYTES, readLines, type Line } from './line-reader.ts'

async function linesOf(content: string | Uint8Array): Promise<Line[]> {
  const lines: Line[] = []
  for await (const stretch of readLines(testFile(content))) lines.push(...stretch.lines)
  return lines
}

test('byte order mark, CRLF, blank lines and a missing last line end', async () => {
  const lines = await linesOf('\uFEFFa|b\r\n\r\nc|d\n|"|"\n\ne|f')
  expect(lines).toEqual([
    { number: 1, text: 'a|b', isCut: false },
    { number: 3, text: 'c|d', isCut: false },
    { number: 6, text: 'e|f', isCut: false },
  ])
})

test('lines across the borders of what is read at a time are whole', async () => {
  const texts = Array.from({ length: 3000 }, (_, index) => `${index}|${'x'.repeat(index % 97)}é`)
  expect((await linesOf(texts.join('\n'))).map(({ text }) => text)).toEqual(texts)
})

test('single-byte letters of older programs are kept', async () => {
  const [line] = await linesOf(Buffer.from('JOSÉ', 'latin1'))
  expect(line?.text).toBe('JOSÉ')
})

test('a line longer than any row is cut, and the next one is read', async () => {
  const lines = await linesOf(`${'x'.repeat(300_000)}\nnext`)
  expect(lines.map(({ text, isCut }) => [text.length, isCut])).toEqual([
    [MAX_LINE_BYTES, true],
    [4, false],
  ])
})

test('an empty file has no lines', async () => {
  expect(await linesOf('')).toEqual([])
})
