import { expect, test } from 'vitest'
import { MemoryDisk } from './memory-disk.ts'
import { recordsContract, type Notes } from './records-contract.ts'

recordsContract(() => {
  const disk = new MemoryDisk<Notes>()
  return {
    open: () => Promise.resolve(disk.open()),
    fill: () => void (disk.isFull = true),
    empty: () => void (disk.isFull = false),
  }
})

const KEYS = { area: '', state: 'new', at: '2026-11-23T02:00:00.000Z' }
const WRITE = {
  table: 'notes',
  id: 'a',
  kind: 'put',
  keys: KEYS,
  body: { text: 'first' },
  over: null,
} as const

test.each([
  ['dies-before', 0],
  ['dies-after', 1],
] as const)('a page that %s its write never hears of it', async (fate, rows) => {
  const disk = new MemoryDisk<Notes>()
  disk.fate = () => fate
  const page = disk.open()
  let hasAnswered = false
  void page.commit([WRITE]).then(() => (hasAnswered = true))
  await new Promise(setImmediate)
  expect(hasAnswered).toBe(false)
  expect(disk.rows('notes')).toHaveLength(rows)
  disk.fate = () => 'lives'
  void page.commit([{ ...WRITE, id: 'b' }])
  await new Promise(setImmediate)
  expect(disk.rows('notes')).toHaveLength(rows)
})

test('pages hear of each other when they are told to', async () => {
  const disk = new MemoryDisk<Notes>()
  disk.tellsAtOnce = false
  const [one, two] = [disk.open(), disk.open()]
  const heard: unknown[] = []
  two.listen((changed) => heard.push(...changed.map(({ id }) => id)))
  await one.commit([WRITE])
  await new Promise(setImmediate)
  expect(heard).toEqual([])
  await two.hearOthers()
  expect(heard).toEqual(['a'])
})
