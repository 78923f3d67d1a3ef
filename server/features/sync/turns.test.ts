import { expect, test } from 'vitest'
import type { DeviceId } from '../../../shared/ids.ts'
import { createTurns } from './turns.ts'

const [RINA, ASEP] = ['rina', 'asep'] as [DeviceId, DeviceId]

function task() {
  let settle: { end: () => void; fail: (error: Error) => void } | null = null
  let isBegun = false
  const run = () => {
    isBegun = true
    return new Promise<void>((end, fail) => (settle = { end, fail }))
  }
  return { run, isBegun: () => isBegun, end: () => settle?.end(), fail: () => settle?.fail(new Error('no')) }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

test('[W5] a device’s next request begins once the one before has ended, well or not; a fifth is refused', async () => {
  const { take } = createTurns()
  const [first, second, third, fourth, fifth] = [task(), task(), task(), task(), task()]
  const failed = take(RINA, first.run)?.catch((error: Error) => error.message)
  const taken = [second, third, fourth].map(({ run }) => take(RINA, run))
  expect(taken).not.toContain(null)
  expect(take(RINA, fifth.run)).toBeNull()
  await soon()
  expect([first.isBegun(), second.isBegun()]).toEqual([true, false])
  first.fail()
  expect(await failed).toBe('no')
  await soon()
  expect([second.isBegun(), third.isBegun()]).toEqual([true, false])
  const last = take(RINA, fifth.run)
  for (const { end } of [second, third, fourth, fifth]) {
    end()
    await soon()
  }
  await Promise.all([...taken, last])
})

test('[W5] devices do not wait for each other', async () => {
  const { take } = createTurns()
  const [first, other] = [task(), task()]
  void take(RINA, first.run)
  void take(ASEP, other.run)
  await soon()
  expect(other.isBegun()).toBe(true)
})
