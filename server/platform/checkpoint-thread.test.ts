import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepCheckpointing } from './checkpoint-thread.ts'
import { openDatabase, type Database } from '../database/database.ts'

const MEGABYTE = 1024 * 1024

let directory: string
let database: Database
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'yesjitu-checkpoint-'))
  database = openDatabase(join(directory, 'data.sqlite'), () => new Date())
})
afterEach(() => {
  database.close()
  rmSync(directory, { recursive: true, force: true })
})

function writeMegabytes(count: number): void {
  const insert = database.command('insert into setting (key, value) values (?, ?)')
  for (let index = 0; index < count; index += 1)
    database.write((tx) => insert(tx, `test-${index}`, 'x'.repeat(MEGABYTE)))
}

test('what was written comes into the file by the thread, not by who writes', async () => {
  writeMegabytes(6)
  expect(statSync(database.path).size).toBeLessThan(MEGABYTE)
  const failed = vi.fn<(error: unknown) => void>()
  const stop = keepCheckpointing(database.path, failed)
  await vi.waitFor(() => expect(statSync(database.path).size).toBeGreaterThan(6 * MEGABYTE), 15_000)
  await stop()
  expect(failed).not.toHaveBeenCalled()
  await stop()
})
