import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseWorkersKeySchema } from '../../../shared/api/confidential.ts'
import { KEY_FILE, openCaseWorkersKey } from './case-workers-key.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'yesjitu-key-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const modeOf = () => statSync(join(directory, KEY_FILE)).mode & 0o777

test('the key is made once, and only its owner may read it', () => {
  const { privateKey, ...made } = openCaseWorkersKey(directory)
  expect(caseWorkersKeySchema.parse(made)).toEqual(made)
  expect(readdirSync(directory)).toEqual([KEY_FILE])
  expect(modeOf()).toBe(0o600)
  chmodSync(join(directory, KEY_FILE), 0o644)
  const again = openCaseWorkersKey(directory)
  expect(again).toMatchObject(made)
  expect(again.privateKey.equals(privateKey)).toBe(true)
  expect(modeOf()).toBe(0o600)
})

test('a file that holds no key is never replaced, and never quoted', () => {
  const path = join(directory, KEY_FILE)
  writeFileSync(path, 'setengah kunci')
  expect(() => openCaseWorkersKey(directory)).toThrow(/case-workers\.key holds no key/)
  expect(() => openCaseWorkersKey(directory)).not.toThrow(/setengah/)
  expect(readFileSync(path, 'utf8')).toBe('setengah kunci')
})
