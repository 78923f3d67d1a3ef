import { expect, test } from 'vitest'
import { createLocks } from './locks.ts'

type Options = { readonly signal?: AbortSignal; readonly steal?: boolean }

/** Grants one holder at a time; as Web Locks do, a stolen request rejects while its task goes on. */
function lockManager() {
  let holder: { readonly ended: Promise<unknown>; readonly rob: (reason: Error) => void } | null = null
  const request = async (_name: string, { signal, steal }: Options, task: () => Promise<unknown>) => {
    if (steal) holder?.rob(new DOMException('stolen', 'AbortError'))
    while (holder && !steal) {
      const aborted = new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      )
      await Promise.race([holder.ended, aborted])
    }
    const result = task()
    const robbed = new Promise((_, reject) => {
      holder = { ended: result, rob: reject }
    })
    return Promise.race([result, robbed]).finally(() => (holder = null))
  }
  return { request } as unknown as LockManager
}

test('tasks of one name take turns', async () => {
  const locks = createLocks(lockManager())
  const order: string[] = []
  const task = (name: string) => async () => {
    order.push(`${name} starts`)
    await Promise.resolve()
    order.push(`${name} ends`)
  }
  await Promise.all([locks.alone('sync', task('one')), locks.alone('sync', task('two'))])
  expect(order).toEqual(['one starts', 'one ends', 'two starts', 'two ends'])
})

test('a frozen holder is stolen from, and still ends by itself', async () => {
  const locks = createLocks(lockManager(), 5)
  let thaw = (_result: string) => {}
  const frozen = locks.alone('sync', () => new Promise<string>((resolve) => (thaw = resolve)))
  expect(await locks.alone('sync', () => Promise.resolve('second'))).toBe('second')
  thaw('first')
  expect(await frozen).toBe('first')
})

test('a task’s own failure is passed on, and nothing runs twice', async () => {
  const locks = createLocks(lockManager())
  let runs = 0
  const failing = locks.alone('sync', () => {
    runs += 1
    return Promise.reject(new Error('a bug'))
  })
  await expect(failing).rejects.toThrow('a bug')
  expect(runs).toBe(1)
})
