import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { testDirectory } from '../../tests/support/list-file.ts'
import { lockFolder } from './folder-lock.ts'

test('one holder at a time; released or dead, the next may', () => {
  const directory = testDirectory()
  const file = new URL('folder-lock.ts', import.meta.url).href
  const program = `import { lockFolder } from ${JSON.stringify(file)}
    console.log(lockFolder(${JSON.stringify(directory)}) === null ? 'busy' : 'held')
    process.kill(process.pid, 'SIGKILL')`
  const other = () =>
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]).stdout.toString()
  const lock = lockFolder(directory)
  expect(lock).not.toBeNull()
  expect(lockFolder(directory)).toBeNull()
  expect(other()).toBe('busy\n')
  lock?.release()
  expect(other()).toBe('held\n')
  const next = lockFolder(directory)
  expect(next).not.toBeNull()
  next?.release()
})
