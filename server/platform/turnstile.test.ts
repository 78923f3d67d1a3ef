import { expect, test } from 'vitest'
import { createTurnstile } from './turnstile.ts'

function workFor(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('[W6] a crowd is served in its order, and the event loop turns in between', async () => {
  const { run } = createTurnstile()
  let rounds = 0
  let isOver = false
  const count = () => {
    rounds += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const served: number[] = []
  await Promise.all(
    Array.from({ length: 20 }, (_, who) =>
      run(() => {
        workFor(3)
        served.push(who)
      }),
    ),
  )
  isOver = true
  expect(served).toEqual(Array.from({ length: 20 }, (_, who) => who))
  expect(rounds).toBeGreaterThanOrEqual(10)
})

test('small pieces share a round, so that what they write can share a commit', async () => {
  const { run } = createTurnstile()
  let rounds = 0
  const pieces = Array.from({ length: 50 }, () => run(() => rounds))
  setImmediate(() => (rounds += 1))
  expect(new Set(await Promise.all(pieces)).size).toBe(1)
})

test('a piece that fails is its own affair', async () => {
  const { run } = createTurnstile()
  const failing = run(() => {
    throw new Error('no')
  })
  const other = run(() => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await other).toBe('done')
  expect(await run(() => 'later')).toBe('later')
})

test('[W6] a long piece has a turn of the event loop to itself, and every second one is left to the others', async () => {
  const { run, alone } = createTurnstile()
  let turn = 0
  let isOver = false
  const count = () => {
    turn += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const turns: [what: 'long' | 'short', turn: number][] = []
  const longPieces = Array.from(
    { length: 4 },
    () => new Promise<void>((resolve) => alone(() => resolve(void turns.push(['long', turn])))),
  )
  const shortPieces = Array.from({ length: 4 }, () =>
    run(() => {
      workFor(3)
      turns.push(['short', turn])
    }),
  )
  await Promise.all([...longPieces, ...shortPieces])
  isOver = true
  expect(new Set(turns.map(([, at]) => at)).size).toBe(8)
  expect(turns.map(([what]) => what)).toEqual(Array.from({ length: 4 }, () => ['long', 'short']).flat())
})
