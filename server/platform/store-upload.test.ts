import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { expect, test } from 'vitest'
import { bodyOf, testDirectory } from '../../tests/support/list-file.ts'
import { storeUpload } from './store-upload.ts'

test('a body is kept as it came, with its hash and size', async () => {
  const path = join(testDirectory(), 'upload')
  const text = 'daftar '.repeat(50_000)
  const sha256 = createHash('sha256').update(text).digest('hex')
  expect(await storeUpload(bodyOf(text), path, text.length)).toEqual({ path, sha256, bytes: text.length })
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('a body over the limit leaves no file', async () => {
  const path = join(testDirectory(), 'upload')
  expect(await storeUpload(bodyOf('12345'), path, 4)).toEqual({ fault: 'too-large' })
  expect(existsSync(path)).toBe(false)
})

test('a body that is cut off leaves no file', async () => {
  const path = join(testDirectory(), 'upload')
  async function* cut() {
    yield Buffer.from('the beginning')
    throw new Error('aborted')
  }
  const body = Readable.toWeb(Readable.from(cut())) as ReadableStream<Uint8Array>
  expect(await storeUpload(body, path, 1000)).toEqual({ fault: 'bad-request' })
  expect(existsSync(path)).toBe(false)
})

test.runIf(existsSync('/dev/full'))('a full disk is a fault of its own', async () => {
  const path = join(testDirectory(), 'upload')
  symlinkSync('/dev/full', path)
  expect(await storeUpload(bodyOf('12345'), path, 1000)).toEqual({ fault: 'server-full' })
  expect(existsSync('/dev/full')).toBe(true)
})
