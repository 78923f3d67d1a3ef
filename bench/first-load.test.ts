import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { readFirstLoad, weigh } from './first-load.ts'

function built(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'first-load-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  mkdirSync(join(directory, 'client'))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(directory, 'client', path), text)
  const first = { files: Object.keys(files), modules: [] }
  writeFileSync(join(directory, 'first-load.json'), JSON.stringify(first))
  return directory
}

const gzipped = (text: string) => gzipSync(text).length

test('scripts and style sheets of the first load count, gzipped one by one', () => {
  const directory = built({
    'first.js': 'let one = 1',
    'shared.js': 'let two = 2',
    'first.css': 'a{color:red}',
  })
  const scripts = gzipped('let one = 1') + gzipped('let two = 2')
  const styles = gzipped('a{color:red}')
  expect(weigh(directory, readFirstLoad(directory))).toEqual({ total: scripts + styles, scripts, styles })
})

test('a page without a script is no page', () => {
  const directory = built({ 'first.css': 'a{color:red}' })
  expect(() => weigh(directory, readFirstLoad(directory))).toThrow('no script')
})
