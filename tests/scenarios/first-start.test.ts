import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FROM_SOURCES } from '../support/server-process.ts'
import { testDirectory } from '../support/list-file.ts'

const WAIT = { timeout: 40_000, interval: 5 }

type Started = {
  readonly child: ChildProcess
  readonly printed: () => string
  readonly exited: Promise<unknown>
}

function start(dataDirectory: string): Started {
  const child = spawn(process.execPath, FROM_SOURCES, {
    env: { ...process.env, DATA_DIR: dataDirectory, PORT: '0', DEMO: 'auto' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (piece: Buffer) => (printed += String(piece)))
  const exited = once(child, 'exit').then(([code]: unknown[]) => code)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return { child, printed: () => printed, exited }
}

/** Values of a query, none while the database is not there yet. */
function values(dataDirectory: string, sql: string): readonly unknown[] {
  const path = join(dataDirectory, 'yesjitu.sqlite')
  if (!existsSync(path)) return []
  const connection = new BetterSqlite3(path, { readonly: true })
  try {
    return connection.prepare(sql).pluck().all()
  } catch {
    return []
  } finally {
    connection.close()
  }
}
const states = (directory: string) => values(directory, 'select state from snapshot order by started_at')
const accounts = (directory: string) => values(directory, 'select username from account')
const isUp = ({ printed }: Started) => printed().includes('http://localhost:')

test('a first start that is killed before its list, or stopped in it, is made up for at the next', async () => {
  const directory = testDirectory()
  const killed = start(directory)
  await vi.waitUntil(() => accounts(directory).length > 0, WAIT)
  killed.child.kill('SIGKILL')
  await killed.exited
  expect(states(directory)).not.toContain('published')

  const stopped = start(directory)
  const begun = states(directory).length
  await vi.waitUntil(() => states(directory).length > begun, WAIT)
  stopped.child.kill('SIGTERM')
  expect(await stopped.exited).toBe(0)
  expect(stopped.printed()).not.toMatch(/Error|localhost/)
  expect(states(directory)).not.toContain('published')
  expect(values(directory, 'select fault from snapshot')).toContain('import-interrupted')

  const third = start(directory)
  await vi.waitUntil(() => isUp(third), WAIT)
  expect(states(directory).filter((state) => state === 'published')).toHaveLength(1)
  expect(accounts(directory)).toHaveLength(5)
  third.child.kill('SIGINT')
  expect(await third.exited).toBe(0)

  const fourth = start(directory)
  await vi.waitUntil(() => isUp(fourth), WAIT)
  expect(fourth.printed()).not.toContain('First start')
}, 120_000)

test('a second server on the same data folder leaves before it touches anything', async () => {
  const directory = testDirectory()
  const first = start(directory)
  await vi.waitUntil(() => isUp(first), WAIT)
  writeFileSync(join(directory, 'uploads', 'received'), 'of the first server')
  const second = start(directory)
  expect(await second.exited).toBe(1)
  expect(second.printed()).toContain('Another Yes Jitu server uses this data folder')
  expect(readdirSync(join(directory, 'uploads'))).toEqual(['received'])
}, 120_000)
